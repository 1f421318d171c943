import { DataFrame } from '../tensorflow/danfo';
import { omit } from 'lodash';
import { toHistory, type FinishedRun } from './RunResult';

/**
 * All curves as one table in long form: a row for every iteration of every run, with everything that tells runs apart.
 *
 * @throws if there is no run
 */
export function resultsFrame(runs: readonly FinishedRun[]): DataFrame {
  if (runs.length === 0) throw new Error('runs must hold at least one run, got none');
  return new DataFrame(
    runs.flatMap((finished) => {
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
    }),
  );
}
