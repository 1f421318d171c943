import { closest, distance } from 'fastest-levenshtein';

/**
 * The object itself, if it has no other keys than those that are known.
 *
 * @param argument what the caller calls it, for the message
 * @throws RangeError that names the unknown key and the nearest known one, or says that it is no object
 * @example
 * knownKeys('options', { traget: 1 }, ['target', 'seed']) // throws: options must have no keys but target, seed, got traget: is target meant?
 */
export function knownKeys<T extends object>(argument: string, given: T, known: readonly string[]): T {
  if (typeof given !== 'object' || (given as T | null) === null || Array.isArray(given))
    throw new RangeError(`${argument} must be an object, got ${JSON.stringify(given)}`);
  const unknown = Object.keys(given).find((key) => !known.includes(key));
  if (unknown === undefined) return given;
  const nearest = closest(unknown, [...known]);
  const near = distance(unknown.toLowerCase(), nearest.toLowerCase()) <= Math.max(2, nearest.length / 3);
  throw new RangeError(
    `${argument} must have no keys but ${known.join(', ')}, got ${unknown}${near ? `: is ${nearest} meant?` : ''}`,
  );
}
