import type { IterationRecord } from '../../explainers/image/IterationRecord';
import { curvesFrom, type Curves } from '../../statistics/curves/Curves';
import { byName } from '../../validation/byName';
import { toHistory, type FinishedRun } from '../../study/store/RunResult';

/** A quantity, measured at every iteration, that studies compare. */
export interface ScoreMetric {
  readonly name: 'cpPixel' | 'cpL1' | 'retainedProbability' | 'retainedPixel' | 'retainedL1';
  readonly label: string;
}

/** The closed set of these quantities, as charts name them. */
export const scoreMetrics: readonly ScoreMetric[] = [
  { name: 'cpPixel', label: 'CP-Pixel' },
  { name: 'cpL1', label: 'CP-L1' },
  { name: 'retainedProbability', label: 'retained probability' },
  { name: 'retainedPixel', label: 'retained information (pixel)' },
  { name: 'retainedL1', label: 'retained information (L1)' },
];

/** The two CP scores, of pixels and of coefficients. */
export const cpMetrics = ['cpPixel', 'cpL1'] as const satisfies readonly ScoreMetric['name'][];
export type CpMetric = (typeof cpMetrics)[number];

/**
 * A metric of runs as curves `[photograph][iteration]`, with NaN where a mask has died and the score is undefined.
 *
 * @throws RangeError if the metric is unknown, there is no run, or runs differ in iterations
 */
export function scoreCurves(runs: readonly FinishedRun[], metric: ScoreMetric['name']): Curves {
  const { name } = byName('metric', scoreMetrics, metric);
  return curvesFrom(
    'runs',
    runs.map((finished) => toHistory(finished).map((record: IterationRecord) => record[name])),
  );
}
