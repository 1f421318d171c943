import { byName } from '../../validation/byName';
import { knownKeys } from '../../validation/knownKeys';
import { positiveInteger } from '../../validation/positiveInteger';
import { bootstrapCurve } from '../curves/bootstrapCurve';
import { firstReaching } from '../curves/firstReaching';
import { isOpen } from './isOpen';
import { percentileInterval } from './percentileInterval';
import { resampleKeys, SOUND_RESAMPLES, type ResampleOptions } from '../ResampleOptions';
import { statistics, type Statistic } from '../summaries/statistics';
import { timeRace, type IterationsToTarget, type Race, type Timer } from '../Timer';
import { trailingMean } from '../curves/trailingMean';

/** Iterations whose mean both curves are timed by, where nothing is said. */
export const SOUND_WINDOW = 10;

/**
 * Iterations to target, sound: images are resampled in pairs, in every resample both curves of the statistic are smoothed by their
 * `trailingMean`, and the target is the reference's mean at the last step. Both initialisers are timed by the same rule, the first
 * window whose mean reaches the target, so that neither one noisy step nor one last dip decides. A window is where its middle is, in
 * iterations from 1, or else both would seem to need (window - 1) / 2 more than they do. The speed-up is reference / candidate, so
 * that an initialiser against itself has 1. (The released code gives the reference all its steps, though its noisy curve may have
 * been there before.) Where the candidate never arrives it counts as one step more than there are, the least that it can need: its
 * speed-up is a bound, and in an interval it counts as the lowest; see `isOpen`.
 *
 * @param statistic `iqm`, `median` or `mean`
 * @param options `window` (default 10; 1 times the first step at the target itself), `resamples` (default 2000) and `key`
 * @returns point values from all images, standard errors and 95 % percentile intervals from the resamples
 * @throws RangeError if the window is not a positive integer, if curves differ in images or steps, if the statistic or an
 *   option is unknown, if a score is infinite, or if no image of the reference has a score at the last step
 */
export function iterationsToTarget(
  race: Race,
  statistic: Statistic['name'],
  options: ResampleOptions & { readonly window?: number },
): IterationsToTarget {
  return timeRace(race, soundTimer(statistic, options));
}

/** The procedure of `iterationsToTarget`, for several races between the same curves. */
export function soundTimer(
  statistic: Statistic['name'],
  options: ResampleOptions & { readonly window?: number },
): Timer {
  const {
    window = SOUND_WINDOW,
    resamples = SOUND_RESAMPLES,
    key,
  } = knownKeys('options', options, [...resampleKeys, 'window']);
  positiveInteger('window', window);
  const { ofSorted } = byName('statistic', statistics, statistic);
  const smooth = (curve: Float64Array): Float64Array => trailingMean(curve, window);
  /** Of the steps (from 0) that `trailingMean` averages, as an iteration (from 1). */
  const middle = (step: number): number => step + 1 - (Math.min(step + 1, window) - 1) / 2;
  const run = (candidate: Float64Array, reference: Float64Array) => {
    const target = reference.at(-1)!;
    if (Number.isNaN(target)) return [];
    const reached = firstReaching(candidate, target);
    const iterations = middle(reached ?? reference.length);
    return [{ iterations, speedUp: middle(firstReaching(reference, target)!) / iterations, reached }];
  };
  return {
    curveOf: (scores) => bootstrapCurve(scores, { statistic: ofSorted, resamples, key, smooth }),
    time: (candidate, reference) => {
      const [all] = run(candidate.all, reference.all);
      const runs = candidate.resamples.flatMap((curve, i) => run(curve, reference.resamples[i]!));
      const never = runs.filter((one) => one.reached === null).length / runs.length;
      const bounds = runs.map((one) => one.speedUp);
      const lowest = runs.map((one) => (one.reached === null ? 0 : one.speedUp));
      const speedUp = percentileInterval(all!.speedUp, bounds);
      const [low] = percentileInterval(all!.speedUp, isOpen(never) ? bounds : lowest).interval!;
      return {
        procedure: 'sound',
        statistic,
        iterations: percentileInterval(
          all!.iterations,
          runs.map((one) => one.iterations),
        ),
        speedUp: { ...speedUp, interval: [low, speedUp.interval![1]] },
        reached: all!.reached !== null,
        neverReached: never,
        images: candidate.images,
        resamples: runs.length,
      };
    },
  };
}
