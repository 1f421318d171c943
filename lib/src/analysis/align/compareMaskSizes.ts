import { chunk, zipObject } from 'lodash';
import { alignRuns } from './alignRuns';
import { contenderOf, maskSizeCells, type MaskSizeCell } from '../../study/plan/maskSizeCells';
import type { FinishedRun } from '../../study/store/RunResult';
import type { Sample } from './Sample';
import { threeStarts, type Start } from '../../study/plan/startNames';

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
  const contenders = maskSizeCells.flatMap((cell) => threeStarts.map((start) => contenderOf(cell, start)));
  const aligned = alignRuns(runs, contenders);
  return {
    sample: aligned.sample,
    cells: chunk(aligned.runs, threeStarts.length).map((own, i) => ({
      cell: maskSizeCells[i]!,
      runs: zipObject(threeStarts, own) as CellRuns['runs'],
    })),
  };
}
