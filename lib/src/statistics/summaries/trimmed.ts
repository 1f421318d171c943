import { inRange } from '../../validation/inRange';
import { finiteNumbers } from '../../validation/finiteNumbers';
import { ascending, quantileOfSorted } from './quantile';

/**
 * The values from their own p-quantile to their (1 - p)-quantile, both included, in their order: what the released code tests.
 *
 * @param p share at either end, at most 0.5
 * @throws RangeError if there are no values, one is not finite, or p is out of range
 * @example
 * trimmed([3, 1, 2, 9], 0.25) // => [3, 2]
 */
export function trimmed(values: ArrayLike<number>, p: number): number[] {
  finiteNumbers('values', values);
  inRange('p', p, 0, 0.5);
  const sorted = ascending(values);
  const [low, high] = [quantileOfSorted(sorted, p), quantileOfSorted(sorted, 1 - p)];
  return Array.from(values).filter((value) => value >= low && value <= high);
}
