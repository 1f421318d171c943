import { byName } from '../../validation/byName';
import { knownKeys } from '../../validation/knownKeys';
import { bootstrapOver } from './bootstrap';
import { checkCurves, mapSteps, type Curves } from '../curves/Curves';
import { drawCounts } from '../drawCounts';
import type { Estimate } from '../Estimate';
import { resampleKeys, SOUND_RESAMPLES, type ResampleOptions } from '../ResampleOptions';
import { statistics, type Statistic } from '../summaries/statistics';

/**
 * A statistic at every step with its sound error; the images of one resample are the same at all steps.
 *
 * @param curves scores `[image][step]`
 * @returns one estimate per step, null where no image has a score
 * @throws RangeError if the statistic or an option is unknown, `resamples` is not a positive integer, or a score is infinite
 */
export function estimateCurve(
  curves: Curves,
  statistic: Statistic['name'],
  options: ResampleOptions,
): (Estimate | null)[] {
  const { resamples = SOUND_RESAMPLES, key } = knownKeys('options', options, resampleKeys);
  checkCurves('curves', curves);
  const chosen = byName('statistic', statistics, statistic);
  const draws = drawCounts(curves.length, resamples, key);
  return mapSteps(curves, (scores) => bootstrapOver(scores, chosen, draws));
}
