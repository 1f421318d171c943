/**
 * The value itself, if it is a positive integer.
 *
 * @throws RangeError that names the argument and the value
 * @example
 * positiveInteger('samples', -3) // throws: samples must be a positive integer, got -3
 */
export function positiveInteger(argument: string, value: number): number {
  if (!Number.isInteger(value) || value < 1)
    throw new RangeError(
      `${argument} must be a positive integer, got ${typeof value === 'number' ? value : JSON.stringify(value)}`,
    );
  return value;
}
