import type { ShearletSystem } from '../representations/shearlet/shearletSystem';
import * as tf from '../tensorflow/tf';

/**
 * The frequency response |ψₖ| of a shearlet as a picture, its largest value white, frequency 0 in the centre.
 *
 * @param k its index in the system
 * @returns `[size, size, 1]` in [0, 1]
 * @throws RangeError if there is no such shearlet
 */
export function frequencyPicture({ index, responses, size }: ShearletSystem, k: number): tf.Tensor3D {
  if (!index[k]) throw new RangeError(`k must be an integer from 0 to ${index.length - 1}, got ${k}`);
  return tf.tidy(() => {
    const response = tf.tensor3d(responses.subarray(k * size ** 2, (k + 1) * size ** 2), [size, size, 1]).abs();
    const centred = [0, 1].reduce<tf.Tensor>((picture, axis) => {
      const [positive, negative] = tf.split(picture, 2, axis);
      return tf.concat([negative!, positive!], axis);
    }, response);
    return centred.div<tf.Tensor3D>(centred.max());
  });
}
