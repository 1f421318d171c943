import { byName } from '../validation/byName';
import { positiveInteger } from '../validation/positiveInteger';
import { bootstrapCurve, type BootstrapCurve } from './bootstrapCurve';
import type { Curves } from './Curves';
import type { Procedure, Uncertain } from './Estimate';
import { firstReaching } from './firstReaching';
import { percentileInterval } from './percentileInterval';
import { SOUND_RESAMPLES, type ResampleOptions } from './ResampleOptions';
import { sameLength } from './sameLength';
import { statistics, type Statistic } from './statistics';
import { trailingMean } from './trailingMean';

/** Iterations whose mean both curves are timed by, where nothing is said. */
export const SOUND_WINDOW = 10;

/** Two initialisers on the same images: `[image][step]`, image i of one the same as image i of the other. */
export interface Race {
  readonly candidate: Curves;
  readonly reference: Curves;
}

/** How many iterations an initialiser needs to reach what another one ends with, and how much faster that is. */
export interface IterationsToTarget {
  readonly procedure: Procedure;
  readonly statistic: Statistic['name'];
  readonly iterations: Uncertain;
  readonly speedUp: Uncertain;
  /** Whether all images together get there; where they do not, sound iterations are a lower bound and the speed-up an upper one. */
  readonly reached: boolean;
  /** Share of the resamples in which the candidate never gets there. */
  readonly neverReached: number;
  readonly images: number;
  /** Those that have a target: not those in which all masks of the reference are dead throughout its last window. */
  readonly resamples: number;
}

function checkRace({ candidate, reference }: Race): void {
  sameLength('candidate', candidate, 'reference', reference);
  sameLength('candidate[0]', candidate[0] ?? [], 'reference[0]', reference[0] ?? []);
  if (reference.every((curve) => Number.isNaN(curve.at(-1) ?? NaN)))
    throw new RangeError('reference must have a score at the last step, got none');
}

/** A procedure: makes a curve of the scores of images, once, and times two curves. */
export interface Timer {
  readonly curveOf: (scores: Curves) => BootstrapCurve;
  readonly time: (candidate: BootstrapCurve, reference: BootstrapCurve) => IterationsToTarget;
}

/**
 * Iterations to target, sound: images are resampled in pairs, in every resample both curves of the statistic are smoothed by their
 * `trailingMean`, and the target is the reference's mean at the last step. Both initialisers are timed by the same rule, the first
 * iteration (from 1) at which their own mean reaches the target, so that neither one noisy step nor one last dip decides; the
 * speed-up is reference / candidate, so that an initialiser against itself has 1. (The released code gives the reference all its
 * steps, though its noisy curve may have been there before.) A trailing mean lags: of two straight lines over 100 steps one
 * 4 times as steep has a speed-up of 100 / 29. Where the candidate never arrives it counts as one more than the number of steps,
 * the least that it can need: its speed-up is a bound, and in an interval it counts as the lowest; see `isOpen`.
 *
 * @param statistic `iqm`, `median` or `mean`
 * @param options `window` (default 10; 1 times the first step at the target itself), `resamples` (default 2000) and `key`
 * @returns point values from all images, standard errors and 95 % percentile intervals from the resamples
 * @throws RangeError if the window is not a positive integer, if curves differ in images or steps, if the statistic is unknown, or
 *   if no image of the reference has a score at the last step
 */
export function iterationsToTarget(
  race: Race,
  statistic: Statistic['name'],
  options: ResampleOptions & { readonly window?: number },
): IterationsToTarget {
  return timeRace(race, soundTimer(statistic, options));
}

/** @throws RangeError if the two differ in images or steps, or if no image of the reference has a score at the last step */
export function timeRace(race: Race, { curveOf, time }: Timer): IterationsToTarget {
  checkRace(race);
  return time(curveOf(race.candidate), curveOf(race.reference));
}

/** The procedure of `iterationsToTarget`, for several races between the same curves. */
export function soundTimer(
  statistic: Statistic['name'],
  { window = SOUND_WINDOW, resamples = SOUND_RESAMPLES, key }: ResampleOptions & { readonly window?: number },
): Timer {
  positiveInteger('window', window);
  const { ofSorted } = byName('statistic', statistics, statistic);
  const smooth = (curve: Float64Array): Float64Array => trailingMean(curve, window);
  const run = (candidate: Float64Array, reference: Float64Array) => {
    const target = reference.at(-1)!;
    if (Number.isNaN(target)) return [];
    const reached = firstReaching(candidate, target);
    const iterations = (reached ?? reference.length) + 1;
    return [{ iterations, speedUp: (firstReaching(reference, target)! + 1) / iterations, reached }];
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

/**
 * Whether a 95 % interval is open towards more iterations and a lower speed-up: in more than 1 / 40 of the resamples the candidate never
 * arrives, so that the given end is a bound of the true one.
 */
export const isOpen = (neverReached: number): boolean => neverReached > 0.025;
