import { finiteNumbers } from '../../validation/finiteNumbers';

/**
 * Ranks from 1, equal values sharing the mean of theirs, and the sizes of the groups of equal values.
 *
 * @throws RangeError if there are no values or one is not finite
 * @example
 * averageRanks([5, 1, 5]) // => { ranks: [2.5, 1, 2.5], groups: [1, 2] }
 */
export function averageRanks(values: ArrayLike<number>): { ranks: Float64Array; groups: number[] } {
  finiteNumbers('values', values);
  const order = Array.from({ length: values.length }, (_, i) => i).sort((a, b) => values[a]! - values[b]!);
  const ranks = new Float64Array(values.length);
  const groups: number[] = [];
  for (let start = 0; start < order.length; start += groups.at(-1)!) {
    let end = start;
    while (end < order.length && values[order[end]!] === values[order[start]!]) end++;
    // ranks start + 1 ... end
    for (const index of order.slice(start, end)) ranks[index] = (start + 1 + end) / 2;
    groups.push(end - start);
  }
  return { ranks, groups };
}
