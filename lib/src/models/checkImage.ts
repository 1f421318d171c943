import type * as tf from '../tensorflow/tf';
import type { Classifier } from './Classifier';

/** What float32 may round away at the ends of [0, 1]. */
const rounding = 1e-6;

/** @throws RangeError where an image is not what the classifier takes, or not in [0, 1] */
export function checkImage(image: tf.Tensor3D, { inputShape, name }: Classifier): void {
  if (image.shape.join() !== inputShape.join())
    throw new RangeError(
      `image must have the shape [${inputShape.join(', ')}] of ${name}, got [${image.shape.join(', ')}]`,
    );
  const outside = image.dataSync().find((value) => !(value >= -rounding && value <= 1 + rounding));
  if (outside !== undefined) throw new RangeError(`image must lie in [0, 1], got ${outside}`);
}
