import { argsort } from '../numerics/argsort';
import * as tf from '../tensorflow/tf';
import type { Coefficients, Mask, Representation } from './Representation';

/**
 * The mask that keeps the largest coefficients, by |y|, the largest of the colours, and hides all others.
 *
 * @param coefficients of one image; all scales are ranked together
 * @param share of the mask's entries that is 1, from 0 to 1
 * @throws RangeError where the share is not allowed
 * @example
 * keepLargest({ colourAxis: 2 }, [tf.tensor3d([1, -7, 5, 0], [1, 4, 1])], 0.5) // => [[[[0], [1], [1], [0]]]]
 */
export function keepLargest(
  { colourAxis }: Pick<Representation, 'colourAxis'>,
  coefficients: Coefficients,
  share: number,
): Mask {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`share must be a number from 0 to 1, got ${share}`);
  return tf.tidy(() => {
    const magnitudes = coefficients.map((scale) => scale.abs().max(colourAxis, true));
    const order = argsort(tf.concat(magnitudes.map((scale) => scale.flatten())).dataSync() as Float32Array);
    const mask = new Float32Array(order.length);
    for (const entry of order.subarray(order.length - Math.round(share * order.length))) mask[entry] = 1;
    const scales = tf.split(tf.tensor1d(mask), magnitudes.map(({ size }) => size)); // prettier-ignore
    return scales.map((scale, i) => scale.reshape(magnitudes[i]!.shape));
  });
}
