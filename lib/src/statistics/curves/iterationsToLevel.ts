import { checkCurves, type Curves } from './Curves';
import { firstReaching } from './firstReaching';
import { mean } from '../summaries/mean';
import { median } from '../summaries/median';

/** How soon single images reach a level. Steps count from 0. */
export interface IterationsToLevel {
  /** Share of the images that reach it at all. */
  readonly reachedShare: number;
  /** Mean step over the images that reach it, null if none does: compare it only where the shares are alike. */
  readonly mean: number | null;
  /** Median step over all images, those that never reach it last; null if half of them or more do not. */
  readonly median: number | null;
  readonly images: number;
}

/**
 * The "average number of iterations needed to reach a target" that the captions of Figures 1, 7, 14 and 15 speak of, image by image.
 * (The published figures draw the mean curve with its axes swapped instead, which is another quantity.)
 *
 * @param curves scores `[image][step]`, for instance of `normalisedScores`
 * @throws RangeError if there are no images, or if a score or the level is not finite
 * @example
 * iterationsToLevel([Float64Array.of(0, 1), Float64Array.of(1, 1), Float64Array.of(0, 0)], 1)
 * // => { reachedShare: 0.67, mean: 0.5, median: 1, images: 3 }
 */
export function iterationsToLevel(curves: Curves, level: number): IterationsToLevel {
  checkCurves('curves', curves);
  if (!Number.isFinite(level)) throw new RangeError(`level must be a finite number, got ${level}`);
  const steps = curves.map((curve) => firstReaching(curve, level));
  const reached = steps.filter((step) => step !== null);
  return {
    reachedShare: reached.length / steps.length,
    mean: reached.length > 0 ? mean(reached) : null,
    // a step after the last stands for never: the median does not depend on how late it is
    median: reached.length > steps.length / 2 ? median(steps.map((step, i) => step ?? curves[i]!.length)) : null,
    images: steps.length,
  };
}
