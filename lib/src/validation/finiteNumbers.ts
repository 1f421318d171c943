/**
 * The values themselves, if there is at least one and all are finite.
 *
 * @param argument what the caller calls them, for the message
 * @throws RangeError that names the argument and the first value that is not finite
 * @example
 * finiteNumbers('scores', [1, NaN]) // throws: scores must be finite numbers, got NaN at position 1
 * finiteNumbers('scores', []) // throws: scores must hold at least one number, got none
 */
export function finiteNumbers<T extends ArrayLike<number>>(argument: string, values: T): T {
  if (values.length === 0) throw new RangeError(`${argument} must hold at least one number, got none`);
  for (let i = 0; i < values.length; i++)
    if (!Number.isFinite(values[i]))
      throw new RangeError(`${argument} must be finite numbers, got ${values[i]!} at position ${i}`);
  return values;
}
