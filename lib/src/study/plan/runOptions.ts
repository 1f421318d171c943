import { isEqual, pickBy } from 'lodash';
import type { Method, VariantName } from '../../explainers/image/options/Method';
import { methods } from '../../explainers/image/methods';
import { type MethodOptions } from '../../explainers/image/options/MethodOptions';

/** What changes of a preset are more than the preset itself. */
export const differences = (preset: MethodOptions, changes: Partial<MethodOptions>): Partial<MethodOptions> =>
  pickBy(changes, (value, name) => !isEqual(value, preset[name as keyof MethodOptions]));

/**
 * The options that a run holds: what its condition changes of the variant's preset. Of a method that a person brings, whose preset only
 * its module knows, all changes count.
 */
export function runOptions(
  method: string,
  variant: VariantName,
  changes: Partial<MethodOptions> = {},
): Partial<MethodOptions> {
  const preset = methods.find(({ name }: Method) => name === method)?.variants[variant];
  return preset ? differences(preset, changes) : { ...changes };
}
