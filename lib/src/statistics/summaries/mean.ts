import { finiteNumbers } from '../../validation/finiteNumbers';

/**
 * The arithmetic mean.
 *
 * @throws RangeError if there are no values or one is not finite
 * @example
 * mean([1, 2, 6]) // => 3
 */
export function mean(values: ArrayLike<number>): number {
  finiteNumbers('values', values);
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
}
