import { ascending, quantileOfSorted } from './quantile';
import { finiteNumbers } from '../../validation/finiteNumbers';

/** As `median`, of values that are finite and ascending already. */
export const medianOfSorted = (sorted: Float64Array): number => quantileOfSorted(sorted, 0.5);

/**
 * The middle value, or the mean of the two middle ones.
 *
 * @throws RangeError if there are no values or one is not finite
 * @example
 * median([5, 1, 2]) // => 2
 * median([4, 1, 2, 3]) // => 2.5
 */
export function median(values: ArrayLike<number>): number {
  finiteNumbers('values', values);
  return medianOfSorted(ascending(values));
}
