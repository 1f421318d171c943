import type { Classifier } from '../classifiers/Classifier';
import type { Initializer } from '../initializers/Initializer';
import type { Mask } from '../representations/Representation';
import type * as tf from '../tensorflow/tf';
import { inRange } from '../validation/inRange';
import { positiveInteger } from '../validation/positiveInteger';
import type { ExplainOptions } from './ExplainerOptions';
import type { MethodOptions } from './Method';

/** @throws RangeError where a weight or a count is not allowed */
export function checkOptions(options: MethodOptions): MethodOptions {
  for (const weight of ['sparsityWeight', 'spatialWeight'] as const) inRange(weight, options[weight], 0);
  for (const count of ['bins', 'quantileSample'] as const)
    if (options[count] !== 'all') positiveInteger(count, options[count]);
  return options;
}

/** @throws RangeError where an image is not what the classifier takes */
export function checkImage(image: tf.Tensor3D, { inputShape, name }: Classifier): void {
  if (image.shape.join() !== inputShape.join())
    throw new RangeError(
      `image must have the shape [${inputShape.join(', ')}] of ${name}, got [${image.shape.join(', ')}]`,
    );
  if (!image.dataSync().every(Number.isFinite)) throw new RangeError('image must be finite, got NaN or infinity');
}

/** @throws RangeError where the class is none of the classifier's, or the seed no integer */
export function checkCall({ target, seed = 0 }: ExplainOptions, { labels }: Classifier): void {
  if (target !== undefined && !(Number.isInteger(target) && target >= 0 && target < labels.length))
    throw new RangeError(`target must be an integer from 0 to ${labels.length - 1}, got ${target}`);
  if (!Number.isSafeInteger(seed)) throw new RangeError(`seed must be an integer, got ${seed}`);
}

/** @throws RangeError where an initialiser gave something that is no mask of these coefficients */
export function checkMask(mask: Mask, { name }: Initializer, coefficients: readonly tf.Tensor[]): void {
  const fits = (m: tf.Tensor, y: tf.Tensor): boolean =>
    m.rank === y.rank && m.shape.every((size, axis) => size === 1 || size === y.shape[axis]);
  const shapes = (tensors: readonly tf.Tensor[]): string =>
    tensors.map(({ shape }) => `[${shape.join(', ')}]`).join(' ');
  if (mask.length !== coefficients.length || !mask.every((m, scale) => fits(m, coefficients[scale]!)))
    throw new RangeError(
      `the mask of ${name} must broadcast to coefficients of shape ${shapes(coefficients)}, got ${shapes(mask)}`,
    );
}
