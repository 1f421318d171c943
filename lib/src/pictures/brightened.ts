import * as tf from '../tensorflow/tf';
import { finiteTensor } from '../validation/finiteTensor';

/**
 * Makes a dark picture visible: takes the square root of its values and scales the largest to 1. Values below 0 become 0.
 *
 * A masked picture without its coarse parts is nearly black. The result shows only relative brightness.
 *
 * @param picture any shape
 * @throws RangeError where a value is not finite
 * @example
 * brightened(tf.tensor3d([-1, 0, 0.01, 0.04], [1, 4, 1])).squeeze() // => [0, 0, 0.5, 1]
 */
export function brightened<T extends tf.Tensor>(picture: T): T {
  finiteTensor('picture', picture);
  return tf.tidy(() => {
    const light = picture.relu();
    return tf.divNoNan<T>(light, light.max()).sqrt();
  });
}
