/**
 * The first step, from 0, at which a curve is at or above a target.
 *
 * @returns null if it never is; a score that is NaN reaches nothing
 * @throws RangeError if the target is NaN
 * @example
 * firstReaching([0, 2, 1, 2], 2) // => 1
 * firstReaching([0, 1], 2) // => null
 */
export function firstReaching(curve: ArrayLike<number>, target: number): number | null {
  if (Number.isNaN(target)) throw new RangeError('target must be a number, got NaN');
  for (let step = 0; step < curve.length; step++) if (curve[step]! >= target) return step;
  return null;
}
