import type { Classifier } from '../models/Classifier';
import type { MethodOptions } from '../explainers/image/Method';
import type { Initializer } from './Initializer';
import type { Run } from '../study/plan/Run';

/**
 * Whether an initialiser works with a method and its options, and with a classifier where there is one to ask.
 *
 * @throws RangeError that says with what it works
 */
export function checkFit(
  { name, fits }: Pick<Initializer, 'name' | 'fits'>,
  { method, options }: Pick<Run, 'method' | 'options'>,
  classifier?: Classifier,
): void {
  const where = `for a mask from ${name}`;
  if (fits?.methods && !fits.methods.includes(method))
    throw new RangeError(`method must be ${fits.methods.join(' or ')} ${where}, got ${method}`);
  for (const [option, value] of Object.entries(fits?.options ?? {})) {
    const got = options[option as keyof MethodOptions];
    if (got !== value) throw new RangeError(`${option} must be ${value} ${where}, got ${got}`);
  }
  const missing = classifier && fits?.classifier?.filter((part) => typeof classifier[part] !== 'function');
  if (missing?.length)
    throw new RangeError(`classifier must have ${missing.join(' and ')} ${where}, ${classifier!.name} has not`);
}
