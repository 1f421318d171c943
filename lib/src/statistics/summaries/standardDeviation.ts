import { finiteNumbers } from '../../validation/finiteNumbers';
import { mean } from './mean';

/**
 * The standard deviation √(Σ (x - x̄)² / (n - ddof)), in NumPy's terms.
 *
 * @param ddof 0 for that of the values themselves (population), 1 for an estimate from a sample
 * @throws RangeError if there are not more than `ddof` values or one is not finite
 * @example
 * standardDeviation([1, 2, 3, 4]) // => 1.11803
 * standardDeviation([1, 2, 3, 4], 1) // => 1.29099
 */
export function standardDeviation(values: ArrayLike<number>, ddof: 0 | 1 = 0): number {
  finiteNumbers('values', values);
  if (values.length <= ddof)
    throw new RangeError(`values must hold more than ddof = ${ddof} numbers, got ${values.length}`);
  const centre = mean(values);
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += (values[i]! - centre) ** 2;
  return Math.sqrt(squares / (values.length - ddof));
}
