/**
 * The list itself, if it is one and holds texts only: a single text is no list of its letters.
 *
 * @throws RangeError that names the argument and the value
 * @example
 * textList('labels', 'cat') // throws: labels must be a list of texts, got "cat"
 */
export function textList<T extends readonly string[]>(argument: string, given: T): T {
  if (Array.isArray(given) && given.every((text) => typeof text === 'string')) return given;
  throw new RangeError(`${argument} must be a list of texts, got ${JSON.stringify(given)}`);
}
