import { omit } from 'lodash';
import { toHistory, type FinishedRun } from './RunResult';

/** The curves of a run in long form: a row for every iteration, with everything that tells runs apart, the same columns for all. */
export function resultRows(finished: FinishedRun) {
  const { run, result } = finished;
  const circumstances = {
    photograph: run.photograph.name,
    label: result.label,
    probability: result.probability,
    classifier: run.classifier.name,
    method: run.method,
    variant: run.variant,
    initializer: run.initializer.name,
    seed: run.seed,
    samples: run.samples,
    ...run.options,
  };
  return toHistory(finished).map((record) => ({ ...circumstances, ...omit(record, 'undefinedCp') }));
}
