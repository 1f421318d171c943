import { chunk } from 'lodash';
import { alignRuns } from './alignRuns';
import { maskSizeCells, type MaskSizeCell } from './maskSizeCells';
import type { FinishedRun } from './RunResult';
import type { Sample } from './Sample';
import { references, type Start } from './startNames';

/** One cell's runs: StartGrad's, all-ones' and uniform's, of the same photographs in the same order. */
export interface CellRuns {
  readonly cell: MaskSizeCell;
  readonly runs: Readonly<Record<Start, readonly FinishedRun[]>>;
}

/**
 * The runs of the four cells of mask size x clamp, all on the same photographs.
 *
 * @throws RangeError if runs are missing or mixed: see `alignRuns`
 */
export function compareMaskSizes(runs: readonly FinishedRun[]): { sample: Sample; cells: CellRuns[] } {
  const contenders = maskSizeCells.flatMap(({ startGrad, changes }) =>
    [startGrad, ...references].map((initializer) => ({ method: 'shearletx', initializer, changes })),
  );
  const aligned = alignRuns(runs, contenders);
  return {
    sample: aligned.sample,
    cells: chunk(aligned.runs, 1 + references.length).map(([startgrad, allOnes, uniform], i) => ({
      cell: maskSizeCells[i]!,
      runs: { startgrad: startgrad!, 'all-ones': allOnes!, uniform: uniform! },
    })),
  };
}
