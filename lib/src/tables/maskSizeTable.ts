import { DataFrame } from '../tensorflow/danfo';
import { initializerStyle } from '../figures/palette';
import { interquartileMean } from '../statistics/interquartileMean';
import { defined } from '../statistics/Curves';
import { maskSizeRuns, maskSizeSpeedUps } from '../study/compareMaskSizes';
import { describeTiming, type Timing } from '../study/raceToTarget';
import type { FinishedRun } from '../study/RunResult';
import { scoreCurves, scoreMetrics, type ScoreMetric } from '../study/scoreCurves';
import { byName } from '../validation/byName';
import { speedUpCells } from './speedUpCells';

/**
 * ShearletX by the size of its mask and the released clamp: how soon StartGrad reaches what a reference ends with, with 95 % paired
 * bootstrap intervals, and what both end with (interquartile means). The last rows are what the released code compares.
 *
 * @param timing `procedure` and `window`: sound, and the mean of 10 iterations, where nothing is said
 * @throws RangeError if runs are missing or mixed, or if all masks of an initialiser have died
 */
export function maskSizeTable(runs: readonly FinishedRun[], timing: Timing = {}): DataFrame {
  const { cells } = maskSizeRuns(runs);
  const rows = maskSizeSpeedUps(cells, timing).map(({ cell, metric, reference, result }) => {
    const own = cells.find((entry) => entry.cell.name === cell.name)!.runs;
    return {
      procedure: result.procedure,
      comparison: cell.label,
      metric: byName('metric', scoreMetrics, metric).label,
      reference: initializerStyle(reference).label,
      target: describeTiming(timing),
      ...speedUpCells(result),
      'StartGrad ends with': lastScore(own.startgrad, metric),
      'reference ends with': lastScore(own[reference], metric),
    };
  });
  return new DataFrame(rows);
}

const lastScore = (runs: readonly FinishedRun[], metric: ScoreMetric['name']): number =>
  interquartileMean(defined(Float64Array.from(scoreCurves(runs, metric), (curve) => curve.at(-1)!)));
