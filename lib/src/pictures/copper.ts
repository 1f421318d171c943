import * as tf from '../tensorflow/tf';
import { finiteTensor } from '../validation/finiteTensor';

/**
 * Colours a grey picture with matplotlib's `copper`: from black through reddish brown to light copper.
 *
 * @param grey `[height, width, 1]` in [0, 1] (beyond: cut off)
 * @returns `[height, width, 3]` in [0, 1]
 * @throws if the picture has colours already, or a value that is not finite
 * @example
 * copper(tf.ones([1, 1, 1])) // => [[[1, 0.7812, 0.4975]]]
 */
export function copper(grey: tf.Tensor3D): tf.Tensor3D {
  if (grey.shape[2] !== 1) throw new Error(`grey must have 1 channel, got ${grey.shape[2]}`);
  finiteTensor('grey', grey);
  return tf.tidy(() => {
    // red reaches 1 at v = 0.809524; green and blue rise to 0.7812 and 0.4975 (matplotlib, _cm.py, _copper_data)
    const slopes = tf.tensor1d([1 / 0.809524, 0.7812, 0.4975]);
    return tf.clipByValue(tf.mul<tf.Tensor3D>(tf.clipByValue(grey, 0, 1), slopes), 0, 1);
  });
}
