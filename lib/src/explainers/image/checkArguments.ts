import type { Classifier } from '../../models/Classifier';
import { checkTarget } from '../../models/checkTarget';
import type { Initializer } from '../../initializers/Initializer';
import type { Mask } from '../../representations/Representation';
import { byName } from '../../validation/byName';
import { inRange } from '../../validation/inRange';
import { positiveInteger } from '../../validation/positiveInteger';
import type { ExplainOptions } from './ExplainerOptions';
import type { Method, MethodOptions, VariantName } from './Method';

/** @throws RangeError where an option has no such name, or a value that is not allowed */
export function checkOptions(method: Method, variant: VariantName, changes: Partial<MethodOptions>): MethodOptions {
  const preset = method.variants[variant];
  const unknown = Object.keys(changes).find((name) => !(name in preset));
  if (unknown !== undefined)
    throw new RangeError(`options must be among ${Object.keys(preset).join(', ')}, got ${unknown}`);
  const options = { ...preset, ...changes };
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

/** @throws RangeError where the class is none of the classifier's, or the seed no integer */
export function checkCall({ target, seed = 0 }: ExplainOptions, classifier: Classifier): void {
  if (target !== undefined) checkTarget(target, classifier);
  if (!Number.isSafeInteger(seed)) throw new RangeError(`seed must be an integer, got ${seed}`);
}

/**
 * @param shapes what a mask may have: one entry a coefficient, or one a place where coefficients are stacked
 * @throws RangeError where an initialiser gave something else, or values outside [0, 1]
 */
export function checkMask(mask: Mask, { name }: Initializer, shapes: readonly (readonly number[])[][]): void {
  const list = (all: readonly (readonly number[])[]): string => all.map((shape) => `[${shape.join(', ')}]`).join(' ');
  const got = list(mask.map(({ shape }) => shape));
  if (!shapes.some((allowed) => list(allowed) === got))
    throw new RangeError(`the mask of ${name} must have the shape ${shapes.map(list).join(' or ')}, got ${got}`);
  for (const scale of mask) {
    const outside = scale.dataSync().find((value) => !(value >= 0 && value <= 1));
    if (outside !== undefined) throw new RangeError(`the mask of ${name} must lie in [0, 1], got ${outside}`);
  }
}
