import { byName } from '../../../validation/byName';
import { inRange } from '../../../validation/inRange';
import { knownKeys } from '../../../validation/knownKeys';
import { positiveInteger } from '../../../validation/positiveInteger';
import { type MethodOptions } from './MethodOptions';

/**
 * A preset with changes.
 *
 * @throws RangeError where an option has no such name, or a value that is not allowed
 */
export function checkOptions(preset: MethodOptions, changes: Partial<MethodOptions>): MethodOptions {
  const options = { ...preset, ...knownKeys('options', changes, Object.keys(preset)) };
  for (const weight of ['sparsityWeight', 'spatialWeight'] as const) inRange(weight, options[weight], 0);
  for (const flag of ['clampImage', 'clampCoefficients', 'sharedMask', 'normaliseGradient'] as const)
    if (typeof options[flag] !== 'boolean')
      throw new RangeError(`${flag} must be true or false, got ${JSON.stringify(options[flag])}`);
  byName('spatialColours', [{ name: 'rgb' }, { name: 'grey' }], options.spatialColours);
  for (const [name, count] of Object.entries({ bins: options.bins, quantileSample: options.quantileSample }))
    if (count !== 'all' && positiveInteger(name, count) < 2)
      throw new RangeError(`${name} must be 'all' or an integer of at least 2, got ${count}`);
  return options;
}
