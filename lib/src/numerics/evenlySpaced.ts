import { uniq } from 'lodash';
import { positiveInteger } from '../validation/positiveInteger';

/**
 * At most `count` iterations from first to last, evenly spaced: which masks a slider keeps.
 *
 * @throws RangeError where one of the two is not a positive integer
 * @example
 * evenlySpaced(100, 3) // => [0, 50, 99]
 */
export function evenlySpaced(iterations: number, count: number): number[] {
  positiveInteger('iterations', iterations);
  positiveInteger('count', count);
  if (count === 1) return [0];
  return uniq(Array.from({ length: count }, (_, i) => Math.round((i * (iterations - 1)) / (count - 1))));
}
