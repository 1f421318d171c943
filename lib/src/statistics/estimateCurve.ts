import { byName } from '../validation/byName';
import { bootstrapOver } from './bootstrap';
import { scoresAt, type Curves } from './Curves';
import { drawCounts } from './drawCounts';
import type { Estimate } from './Estimate';
import { meanEstimate } from './meanEstimate';
import { releasedInterquartileMean } from './releasedInterquartileMean';
import { SOUND_RESAMPLES, type ResampleOptions } from './ResampleOptions';
import { statistics, type Statistic } from './statistics';

const steps = (curves: Curves): number[] => Array.from(curves[0]!.keys());

/**
 * A statistic at every step with its sound error; the images of one resample are the same at all steps.
 *
 * @param curves scores `[image][step]`
 * @returns one estimate a step, null where no image has a score
 * @throws RangeError if the statistic is unknown or `resamples` is not a positive integer
 */
export function estimateCurve(
  curves: Curves,
  statistic: Statistic['name'],
  { resamples = SOUND_RESAMPLES, key }: ResampleOptions,
): (Estimate | null)[] {
  const chosen = byName('statistic', statistics, statistic);
  const draws = drawCounts(curves.length, resamples, key);
  return steps(curves).map((step) => bootstrapOver(scoresAt(curves, step), chosen, draws));
}

/** Figures 6, 10, 13, 16, 19 and 23-31 as released: the interquartile mean at every step, its error without the quartiles'. */
export const releasedInterquartileCurve = (curves: Curves): (Estimate | null)[] =>
  steps(curves).map((step) => releasedInterquartileMean(scoresAt(curves, step)));

/** The mean at every step with ± its standard error, as Figures 1, 7, 14 and 15 draw it of normalised scores. */
export const meanCurve = (curves: Curves): (Estimate | null)[] =>
  steps(curves).map((step) => meanEstimate(scoresAt(curves, step)));
