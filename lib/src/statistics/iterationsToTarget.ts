import { byName } from '../validation/byName';
import { positiveInteger } from '../validation/positiveInteger';
import type { Curves } from './Curves';
import { drawCounts } from './drawCounts';
import type { Procedure, Uncertain } from './Estimate';
import { firstReaching } from './firstReaching';
import { percentileInterval } from './percentileInterval';
import { resampledCurves } from './resampledCurves';
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
  /** Share of the resamples in which the candidate never gets there. */
  readonly neverReached: number;
  readonly images: number;
  /** Those that have a target: not those in which all masks of the reference are dead throughout its last window. */
  readonly resamples: number;
}

/** @throws RangeError if the two differ in images or steps, or if no image of the reference has a score at the last step */
export function checkRace({ candidate, reference }: Race): void {
  sameLength('candidate', candidate, 'reference', reference);
  sameLength('candidate[0]', candidate[0] ?? [], 'reference[0]', reference[0] ?? []);
  if (reference.every((curve) => Number.isNaN(curve.at(-1) ?? NaN)))
    throw new RangeError('reference must have a score at the last step, got none');
}

/**
 * Iterations to target, sound: images are resampled in pairs, in every resample both curves of the statistic are smoothed by their
 * `trailingMean`, and the target is the reference's mean at the last step. Both initialisers are timed by the same rule, the first
 * iteration (from 1) at which their own mean reaches the target, so that neither one noisy step nor one last dip decides; the
 * speed-up is reference / candidate, so that an initialiser against itself has 1. (The released code gives the reference all its
 * steps, though its noisy curve may have been there before.) A trailing mean lags: of two straight lines over 100 steps one
 * 4 times as steep has a speed-up of 100 / 29. Where the candidate never arrives it counts as one more than the number of steps, so an interval that
 * ends there is open to that side.
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
  { window = SOUND_WINDOW, resamples = SOUND_RESAMPLES, key }: ResampleOptions & { readonly window?: number },
): IterationsToTarget {
  positiveInteger('window', window);
  checkRace(race);
  const { ofSorted } = byName('statistic', statistics, statistic);
  const candidate = resampledCurves(race.candidate);
  const reference = resampledCurves(race.reference);
  const run = (counts: Uint32Array) => {
    const goal = trailingMean(reference(counts, ofSorted), window);
    const target = goal.at(-1)!;
    if (Number.isNaN(target)) return [];
    const reached = firstReaching(trailingMean(candidate(counts, ofSorted), window), target);
    const iterations = (reached ?? goal.length) + 1;
    return [{ iterations, speedUp: (firstReaching(goal, target)! + 1) / iterations, reached }];
  };
  const images = race.candidate.length;
  const [all] = run(new Uint32Array(images).fill(1));
  const runs = drawCounts(images, resamples, key).flatMap(run);
  const of = (quantity: 'iterations' | 'speedUp') => runs.map((one) => one[quantity]);
  return {
    procedure: 'sound',
    statistic,
    iterations: percentileInterval(all!.iterations, of('iterations')),
    speedUp: percentileInterval(all!.speedUp, of('speedUp')),
    neverReached: runs.filter((one) => one.reached === null).length / runs.length,
    images,
    resamples: runs.length,
  };
}
