import type * as tf from '../tensorflow/tf';
import type { Classifier } from './Classifier';

/** @throws RangeError where an image is not what the classifier takes, or not in [0, 1] */
export function checkImage(image: tf.Tensor3D, { inputShape, name }: Classifier): void {
  if (image.shape.join() !== inputShape.join())
    throw new RangeError(
      `image must have the shape [${inputShape.join(', ')}] of ${name}, got [${image.shape.join(', ')}]`,
    );
  // a little outside [0, 1] is what bicubic resizing makes
  const outside = image.dataSync().find((value) => !(value >= -0.5 && value <= 1.5));
  if (outside !== undefined) throw new RangeError(`image must lie in [0, 1], got ${outside}`);
}
