import type { Representation } from '../../../representations/Representation';
import { checkOptions } from './checkOptions';
import { neutralOptions, type MethodOptions } from './MethodOptions';

/** The two readings of a method: `paper`, made correct (the default), and `released`, what the authors' code does. */
export const variants = [{ name: 'paper' }, { name: 'released' }] as const;
export type VariantName = (typeof variants)[number]['name'];

/** A mask explanation: a representation to mask, and the options of either variant. */
export interface Method {
  readonly name: string;
  readonly representation: (shape: readonly [height: number, width: number]) => Representation;
  readonly variants: Readonly<Record<VariantName, MethodOptions>>;
}

/**
 * A method from the options in which its two variants differ from the defaults, and `released` from `paper`.
 *
 * @throws RangeError where an option is unknown or has a value that is not allowed
 */
export function defineMethod(
  name: string,
  representation: Method['representation'],
  paper: Partial<MethodOptions> = {},
  released: Partial<MethodOptions> = {},
): Method {
  if (typeof name !== 'string' || name === '') throw new RangeError(`name must be a text, got ${JSON.stringify(name)}`);
  if (typeof representation !== 'function')
    throw new RangeError(`representation must be a function of a shape, got ${typeof representation}`);
  const options = checkOptions(neutralOptions, paper);
  return { name, representation, variants: { paper: options, released: checkOptions(options, released) } };
}
