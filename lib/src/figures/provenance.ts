import { uniqBy } from 'lodash';
import type { FinishedRun } from '../study/store/RunResult';
import type { Provenance } from '../render/writeFigure';

/**
 * Where the numbers of one study's runs come from; `writeFigure` keeps this beside them.
 *
 * @throws if there is no run
 * @example
 * provenance(finished, 'quick').sampleSize // '2 photographs, 4 noise samples an iteration'
 */
export function provenance(runs: readonly FinishedRun[], profile: string): Provenance {
  const [first] = runs;
  if (!first) throw new Error('runs must hold at least one, got none');
  const { run, result } = first;
  const photographs = uniqBy(runs, (finished) => finished.run.subject.sha256).length;
  return {
    seed: run.seed,
    sampleSize: `${photographs} photographs, ${run.samples} noise samples an iteration`,
    classifier: run.classifier.name,
    profile,
    // sharp's version is in every run's key, but not in every result
    versions: { ...result.versions, sharp: run.sharp },
  };
}
