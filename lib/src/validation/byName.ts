/**
 * The entry of a closed set that has the given name.
 *
 * @param argument what the caller calls it, for the message
 * @throws RangeError that lists the names, where none fits
 * @example
 * byName('init', [{ name: 'uniform' }], 'ones') // throws: init must be one of uniform, got "ones"
 */
export function byName<T extends { readonly name: string }>(argument: string, entries: readonly T[], name: string): T {
  const found = entries.find((entry) => entry.name === name);
  if (found) return found;
  throw new RangeError(
    `${argument} must be one of ${entries.map((entry) => entry.name).join(', ')}, got ${JSON.stringify(name)}`,
  );
}
