import { createHash } from 'node:crypto';

/** Two 32-bit integers that name one stream of random numbers. */
export type RandomKey = readonly [number, number];

/**
 * The key that belongs to its parts: the same parts give the same key on every machine, in whatever order keys are asked for.
 *
 * @throws RangeError where a number is not finite: all of them would give one key
 * @example
 * randomKey(1, 'noise', 0) // => [56757631, 1585831940]
 */
export function randomKey(...parts: readonly (string | number)[]): RandomKey {
  const odd = parts.find((part) => typeof part === 'number' && !Number.isFinite(part));
  if (odd !== undefined) throw new RangeError(`parts of a key must be texts or finite numbers, got ${odd}`);
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest();
  return [digest.readInt32LE(0), digest.readInt32LE(4)];
}

/**
 * The key of one part of a stream: `foldIn(key, i)` for different i are independent of each other and of `key`.
 *
 * @throws RangeError where the key is not two integers
 * @example
 * foldIn([1, 2], 'noise') // => [2013879248, -245474711]
 */
export function foldIn(key: RandomKey, part: string | number): RandomKey {
  checkKey(key);
  return randomKey(...key, part);
}

/** @throws RangeError where something else than two integers is given as a key */
export function checkKey(key: RandomKey): void {
  if (!Array.isArray(key) || (key as number[]).length !== 2 || !key.every(Number.isInteger))
    throw new RangeError(`key must be two integers, got ${JSON.stringify(key)}`);
}
