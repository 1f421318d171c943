import type { ExplanationFacts } from '../explainers/image/Explanation';
import { toHistory, type FinishedRun } from '../study/store/RunResult';

/** What charts of one run show and say about it. */
export type RunFacts = Pick<
  ExplanationFacts,
  'label' | 'probability' | 'method' | 'classifier' | 'initializer' | 'samples' | 'seed' | 'history'
>;

/** A finished run in the form that charts of one run take. */
export function runFacts(finished: FinishedRun): RunFacts {
  const { run, result } = finished;
  const { label, probability } = result;
  const { samples, seed } = run;
  return {
    label,
    probability,
    method: run.method.name,
    classifier: run.classifier.name,
    initializer: run.initializer.name,
    samples,
    seed,
    history: toHistory(finished),
  };
}
