import { inRange } from '../../validation/inRange';
import { finiteNumbers } from '../../validation/finiteNumbers';

/** A copy in ascending order. */
export const ascending = (values: ArrayLike<number>): Float64Array => Float64Array.from(values).sort();

/** As `quantile`, of values that are finite and ascending already. */
export function quantileOfSorted(sorted: Float64Array, q: number): number {
  const h = (sorted.length - 1) * q;
  const below = Math.floor(h);
  const a = sorted[below]!;
  const b = sorted[Math.min(below + 1, sorted.length - 1)]!;
  const t = h - below;
  // NumPy's rounding: from the nearer end
  return t < 0.5 ? a + (b - a) * t : b - (b - a) * (1 - t);
}

/**
 * The q-quantile by linear interpolation between order statistics: x₍ₕ₎ with h = (n - 1) q, NumPy's default (type 7 of Hyndman
 * and Fan, 1996).
 *
 * @param q from 0 to 1
 * @throws RangeError if there are no values, one is not finite, or q is out of range
 * @example
 * quantile([4, 1, 3, 2], 0.25) // => 1.75
 * quantile([1, 2], 25) // throws: q must be a number from 0 to 1, got 25
 */
export function quantile(values: ArrayLike<number>, q: number): number {
  finiteNumbers('values', values);
  inRange('q', q, 0, 1);
  return quantileOfSorted(ascending(values), q);
}
