import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import { foldIn, type RandomKey } from '../random/key';
import { positiveInteger } from '../validation/positiveInteger';

/**
 * Resamples of n things with replacement: how often each of them was drawn, for every resample. The key alone decides them
 * (xoroshiro128+, unbiased integers, both of pure-rand): the same on every machine, and the same for all curves of the same
 * images, which pairs them.
 *
 * @example
 * drawCounts(3, 2, [1, 2]) // => [[0, 1, 2], [2, 1, 0]]
 */
export function drawCounts(n: number, resamples: number, key: RandomKey): Uint32Array[] {
  positiveInteger('n', n);
  positiveInteger('resamples', resamples);
  const generator = xoroshiro128plusFromState([...foldIn(key, 0), ...foldIn(key, 1)]);
  return Array.from({ length: resamples }, () => {
    const counts = new Uint32Array(n);
    for (let draw = 0; draw < n; draw++) counts[uniformInt(generator, 0, n - 1)]!++;
    return counts;
  });
}
