import { byName } from '../../validation/byName';
import { bootstrapOver } from './bootstrap';
import { mapSteps, type Curves } from '../curves/Curves';
import { drawCounts } from '../drawCounts';
import type { Estimate } from '../Estimate';
import { SOUND_RESAMPLES, type ResampleOptions } from '../ResampleOptions';
import { statistics, type Statistic } from '../summaries/statistics';

/**
 * A statistic at every step with its sound error; the images of one resample are the same at all steps.
 *
 * @param curves scores `[image][step]`
 * @returns one estimate per step, null where no image has a score
 * @throws RangeError if the statistic is unknown or `resamples` is not a positive integer
 */
export function estimateCurve(
  curves: Curves,
  statistic: Statistic['name'],
  { resamples = SOUND_RESAMPLES, key }: ResampleOptions,
): (Estimate | null)[] {
  const chosen = byName('statistic', statistics, statistic);
  const draws = drawCounts(curves.length, resamples, key);
  return mapSteps(curves, (scores) => bootstrapOver(scores, chosen, draws));
}
