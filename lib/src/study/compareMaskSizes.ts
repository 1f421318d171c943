import { chunk } from 'lodash';
import type { Curves } from '../statistics/Curves';
import type { IterationsToTarget } from '../statistics/iterationsToTarget';
import { alignRuns } from './alignRuns';
import { maskSizeCells, releasedComparison, type MaskSizeCell } from './maskSizeCells';
import { raceToTarget, type Timing } from './raceToTarget';
import type { FinishedRun } from './RunResult';
import type { Sample } from './Sample';
import { scoreCurves, type ScoreMetric } from './scoreCurves';
import { references } from './startNames';

/** The metrics of the question. */
const metrics = ['cpPixel', 'cpL1'] as const;

/** One cell's runs: StartGrad's, all-ones' and uniform's, of the same photographs in the same order. */
export interface CellRuns {
  readonly cell: MaskSizeCell;
  readonly runs: Readonly<Record<'startgrad' | (typeof references)[number], readonly FinishedRun[]>>;
}

/** How much sooner StartGrad reaches what a reference ends with, in one cell. */
export interface SpeedUp {
  readonly cell: MaskSizeCell;
  readonly metric: ScoreMetric['name'];
  readonly reference: (typeof references)[number];
  readonly result: IterationsToTarget;
}

/**
 * The four cells of mask size x clamp and the released comparison, all on the same photographs.
 *
 * @throws RangeError if runs are missing or mixed: see `alignRuns`
 */
export function maskSizeRuns(runs: readonly FinishedRun[]): { sample: Sample; cells: CellRuns[] } {
  const cells = [...maskSizeCells, releasedComparison];
  const contenders = cells.flatMap(({ startGrad, changes, referenceChanges = changes }) => [
    { method: 'shearletx', initializer: startGrad, changes },
    ...references.map((initializer) => ({ method: 'shearletx', initializer, changes: referenceChanges })),
  ]);
  const aligned = alignRuns(runs, contenders);
  return {
    sample: aligned.sample,
    cells: chunk(aligned.runs, 1 + references.length).map(([startgrad, allOnes, uniform], i) => ({
      cell: cells[i]!,
      runs: { startgrad: startgrad!, 'all-ones': allOnes!, uniform: uniform! },
    })),
  };
}

/** The speed-up in every cell, by metric and reference, of the interquartile mean. */
export function maskSizeSpeedUps(cells: readonly CellRuns[], timing: Timing = {}): SpeedUp[] {
  return cells.flatMap(({ cell, runs }) =>
    metrics.flatMap((metric) => {
      const candidate: Curves = scoreCurves(runs.startgrad, metric);
      return references.map((reference) => ({
        cell,
        metric,
        reference,
        result: raceToTarget({ candidate, reference: scoreCurves(runs[reference], metric) }, 'iqm', timing),
      }));
    }),
  );
}
