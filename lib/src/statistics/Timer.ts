import type { BootstrapCurve } from './curves/bootstrapCurve';
import { checkCurves, type Curves } from './curves/Curves';
import type { Procedure, Uncertain } from './Estimate';
import { sameLength } from '../validation/sameLength';
import type { Statistic } from './summaries/statistics';

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

/** A procedure: makes a curve of the scores of images, once, and times two curves. */
export interface Timer {
  readonly curveOf: (scores: Curves) => BootstrapCurve;
  readonly time: (candidate: BootstrapCurve, reference: BootstrapCurve) => IterationsToTarget;
}

/** @throws RangeError if the two differ in images or steps, if a score is infinite, or if no image of the reference has a score at the last step */
export function timeRace(race: Race, { curveOf, time }: Timer): IterationsToTarget {
  checkRace(race);
  return time(curveOf(race.candidate), curveOf(race.reference));
}

function checkRace({ candidate, reference }: Race): void {
  sameLength('candidate', candidate, 'reference', reference);
  checkCurves('candidate', candidate);
  checkCurves('reference', reference);
  sameLength('candidate[0]', candidate[0]!, 'reference[0]', reference[0]!);
  if (reference.every((curve) => Number.isNaN(curve.at(-1))))
    throw new RangeError('reference must have a score at the last step, got none');
}
