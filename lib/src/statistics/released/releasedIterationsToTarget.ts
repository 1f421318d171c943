import { byName } from '../../validation/byName';
import { knownKeys } from '../../validation/knownKeys';
import { bootstrapCurve } from '../curves/bootstrapCurve';
import { firstReaching } from '../curves/firstReaching';
import { mean } from '../summaries/mean';
import { RELEASED_RESAMPLES, resampleKeys, type ResampleOptions } from '../ResampleOptions';
import { standardDeviation } from '../summaries/standardDeviation';
import { statistics, type Statistic } from '../summaries/statistics';
import { timeRace, type IterationsToTarget, type Race, type Timer } from '../Timer';

/**
 * Tables 2 and 9 as released: in each of 250 paired resamples of the images the target is the reference's value at the last step T
 * (from 0), t the first step at which the candidate's curve is there, T if never; iterations are the mean of t, the speed-up is the
 * mean of T / t, and the "standard error" is the standard deviation (ddof 0) over resamples. A blip of one step counts, and
 * the reference is given T steps even if it was there before. A curve's value is the expectation of its 500 inner resamples.
 *
 * @throws RangeError if curves differ in images or steps, if the statistic or an option is unknown, if a score is infinite, or if no
 *   image has a score at the last step
 */
export function releasedIterationsToTarget(
  race: Race,
  statistic: Statistic['name'],
  options: ResampleOptions,
): IterationsToTarget {
  return timeRace(race, releasedTimer(statistic, options));
}

/** The procedure of `releasedIterationsToTarget`, for several races between the same curves. */
export function releasedTimer(statistic: Statistic['name'], options: ResampleOptions): Timer {
  const { resamples = RELEASED_RESAMPLES.outer, key } = knownKeys('options', options, resampleKeys);
  const { resampled } = byName('statistic', statistics, statistic);
  const summary = (values: number[]) => ({
    value: mean(values),
    standardError: standardDeviation(values),
    interval: null,
  });
  return {
    curveOf: (scores) => bootstrapCurve(scores, { statistic: resampled, resamples, key }),
    time: (candidate, reference) => {
      const last = reference.all.length - 1;
      const steps = candidate.resamples.flatMap((curve, i) => {
        const target = reference.resamples[i]![last]!;
        return Number.isNaN(target) ? [] : [firstReaching(curve, target)];
      });
      const neverReached = steps.filter((step) => step === null).length / steps.length;
      return {
        procedure: 'released',
        statistic,
        iterations: summary(steps.map((step) => step ?? last)),
        // T / t; where the candidate starts at the target it counts as one step, since T / 0 is no number
        speedUp: summary(steps.map((step) => last / Math.max(step ?? last, 1))),
        reached: firstReaching(candidate.all, reference.all[last]!) !== null,
        neverReached,
        images: candidate.images,
        resamples: steps.length,
      };
    },
  };
}
