/**
 * The value itself, if it is a finite number within the bounds.
 *
 * @throws RangeError that names the argument, the bounds and the value
 * @example
 * inRange('beta1', 1.5, 0, 1) // throws: beta1 must be a number from 0 to 1, got 1.5
 * inRange('learningRate', NaN, 0) // throws: learningRate must be a number of at least 0, got NaN
 */
export function inRange(argument: string, value: number, lowest: number, highest = Infinity): number {
  if (Number.isFinite(value) && value >= lowest && value <= highest) return value;
  const bounds = highest === Infinity ? `of at least ${lowest}` : `from ${lowest} to ${highest}`;
  throw new RangeError(
    `${argument} must be a number ${bounds}, got ${typeof value === 'number' ? value : JSON.stringify(value)}`,
  );
}
