const kinds = {
  'an integer': /^-?\d+$/,
  'an integer of at least 0': /^\d+$/,
  'a positive integer': /^0*[1-9]\d*$/,
} as const;

/**
 * An integer from the command line.
 *
 * @throws RangeError that names the option, what is allowed and the text
 */
export function integerOption(option: string, text: string, kind: keyof typeof kinds = 'an integer'): number {
  if (!kinds[kind].test(text) || !Number.isSafeInteger(Number(text)))
    throw new RangeError(`${option} must be ${kind}, got ${JSON.stringify(text)}`);
  return Number(text);
}
