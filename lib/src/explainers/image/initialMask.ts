import { isEqual, uniqWith } from 'lodash';
import type { Initializer } from '../../initializers/Initializer';
import type { RandomKey } from '../../random/key';
import { maskShape } from '../../representations/maskShape';
import type { Mask } from '../../representations/Representation';
import * as tf from '../../tensorflow/tf';
import type { ImageScene } from './ImageScene';

/**
 * The mask m₀ that an initialiser makes for a scene, checked.
 *
 * @throws RangeError where it is no mask: not a list of tensors, of another shape, or with values outside [0, 1]
 */
export function initialMask(initializer: Initializer, scene: ImageScene, key: RandomKey): Mask {
  const { representation, coefficients, options } = scene;
  const shapes = (stacked: boolean): number[][] =>
    coefficients.map((scale) => maskShape(representation, scale, stacked));
  // one entry per coefficient, or one per place where coefficients are stacked
  const allowed = uniqWith([shapes(options.sharedMask), shapes(false)], isEqual);
  const mask = initializer.initialise({ ...scene, shapes: allowed[0]!, key }) as unknown;
  if (!Array.isArray(mask) || !mask.every((scale) => scale instanceof tf.Tensor))
    throw new RangeError(`the mask of ${initializer.name} must be a list of tensors, got ${describe(mask)}`);
  try {
    checkMask(mask, initializer, allowed);
  } catch (error) {
    tf.dispose(mask);
    throw error;
  }
  return mask;
}

const describe = (value: unknown): string =>
  Array.isArray(value) ? `a list of ${value.map((entry) => typeof entry).join(', ')}` : typeof value;

function checkMask(mask: Mask, { name }: Initializer, shapes: readonly (readonly number[])[][]): void {
  const list = (all: readonly (readonly number[])[]): string => all.map((shape) => `[${shape.join(', ')}]`).join(' ');
  const got = list(mask.map(({ shape }) => shape));
  if (!shapes.some((allowed) => list(allowed) === got))
    throw new RangeError(`the mask of ${name} must have the shape ${shapes.map(list).join(' or ')}, got ${got}`);
  for (const scale of mask) {
    const outside = scale.dataSync().find((value) => !(value >= 0 && value <= 1));
    if (outside !== undefined) throw new RangeError(`the mask of ${name} must lie in [0, 1], got ${outside}`);
  }
}
