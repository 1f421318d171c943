import type { Provenance } from '../../lib/src/figures/writeFigure';
import type { FinishedRun } from '../../lib/src/study/RunResult';
import { uniqBy } from 'lodash';

/**
 * Where the numbers of runs of one study come from.
 *
 * @throws if there is no run
 */
export function provenance(runs: readonly FinishedRun[], profile: string): Provenance {
  const [first] = runs;
  if (!first) throw new Error('runs must hold at least one, got none');
  const { run, result } = first;
  const photographs = uniqBy(runs, (finished) => finished.run.photograph.sha256).length;
  return {
    seed: run.seed,
    sampleSize: `${photographs} photographs, ${run.samples} noise samples an iteration`,
    classifier: run.classifier.name,
    profile,
    versions: result.versions,
  };
}
