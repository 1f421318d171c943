import { finiteNumbers } from '../../validation/finiteNumbers';
import { ascending, quantileOfSorted } from './quantile';

/** The values from the first to the third quartile, both included, of values that are ascending; all, if none is (n = 2). */
export function withinQuartiles(sorted: Float64Array): Float64Array {
  const q25 = quantileOfSorted(sorted, 0.25);
  const q75 = quantileOfSorted(sorted, 0.75);
  let start = 0;
  while (sorted[start]! < q25) start++;
  let end = start;
  while (end < sorted.length && sorted[end]! <= q75) end++;
  return start === end ? sorted : sorted.subarray(start, end);
}

/** As `interquartileMean`, of values that are finite and ascending already. */
export function interquartileMeanOfSorted(sorted: Float64Array): number {
  const kept = withinQuartiles(sorted);
  let sum = 0;
  for (let i = 0; i < kept.length; i++) sum += kept[i]!;
  return sum / kept.length;
}

/**
 * The interquartile mean as the paper's code computes it: the mean of all values x with Q₁ ≤ x ≤ Q₃. Quartiles are interpolated,
 * so that 4k values keep 2k of them. (SciPy's `trim_mean(x, 0.25)` drops ⌊n / 4⌋ values at either end instead, which differs for
 * most n and wherever values are tied with a quartile.) Two different values, of which none lies between their quartiles, have
 * their mean.
 *
 * @throws RangeError if there are no values or one is not finite
 * @example
 * interquartileMean([1, 2, 3, 4, 100]) // => 3
 */
export function interquartileMean(values: ArrayLike<number>): number {
  finiteNumbers('values', values);
  return interquartileMeanOfSorted(ascending(values));
}
