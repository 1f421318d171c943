/**
 * Refuses two lists that should be paired, but are not of one length.
 *
 * @throws RangeError that names both arguments and their lengths
 * @example
 * sameLength('uniform', [1], 'startGrad', [1, 2]) // throws: uniform must be as long as startGrad (2), got 1
 */
export function sameLength(
  argument: string,
  values: ArrayLike<unknown>,
  partner: string,
  others: ArrayLike<unknown>,
): void {
  if (values.length !== others.length)
    throw new RangeError(`${argument} must be as long as ${partner} (${others.length}), got ${values.length}`);
}
