import { scoresAt, type Curves } from './Curves';
import { SortedScores } from './SortedScores';

/** Computes the curve of a statistic over any resample of some images, whose scores it sorts only once. */
export type CurveOf = (counts: Uint32Array, statistic: (sorted: Float64Array) => number) => Float64Array;

/**
 * Prepares curves for resampling; a step of a resample without any score is NaN.
 *
 * @param curves scores `[image][step]`
 */
export function resampledCurves(curves: Curves): CurveOf {
  const samples = Array.from(curves[0]!.keys(), (step) => new SortedScores(scoresAt(curves, step)));
  return (counts, statistic) =>
    Float64Array.from(samples, (sample) => {
      const sorted = sample.pick(counts);
      return sorted.length === 0 ? NaN : statistic(sorted);
    });
}
