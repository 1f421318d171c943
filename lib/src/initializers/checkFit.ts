import type { Classifier } from '../models/Classifier';
import type { Initializer } from './Initializer';

/** With what an initialiser is to work: a method by name, and all its options. */
export interface Setting {
  readonly method: string;
  readonly options: object;
}

/**
 * Whether an initialiser works with a method and its options, and with a classifier where there is one to ask.
 *
 * @throws RangeError that says with what it works
 */
export function checkFit(
  { name, fits }: Pick<Initializer, 'name' | 'fits'>,
  { method, options }: Setting,
  classifier?: Classifier,
): void {
  const where = `for a mask from ${name}`;
  if (fits?.methods && !fits.methods.includes(method))
    throw new RangeError(`method must be ${fits.methods.join(' or ')} ${where}, got ${method}`);
  const given = new Map<string, unknown>(Object.entries(options));
  for (const [option, value] of Object.entries(fits?.options ?? {}))
    if (given.get(option) !== value)
      throw new RangeError(`${option} must be ${value} ${where}, got ${String(given.get(option))}`);
  const missing = classifier && fits?.classifier?.filter((part) => typeof classifier[part] !== 'function');
  if (missing?.length)
    throw new RangeError(`classifier must have ${missing.join(' and ')} ${where}, ${classifier!.name} has not`);
}
