import type { RunFacts } from '../figures/RunFacts';
import { toHistory, type FinishedRun } from './RunResult';

/** A finished run as the charts of one run take it. */
export function runFacts(finished: FinishedRun): RunFacts {
  const { run, result } = finished;
  const { label, probability } = result;
  const { method, samples, seed } = run;
  return {
    label,
    probability,
    method,
    classifier: run.classifier.name,
    initializer: run.initializer.name,
    samples,
    seed,
    history: toHistory(finished),
  };
}
