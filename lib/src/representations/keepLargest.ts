import { argsort } from '../numerics/argsort';
import * as tf from '../tensorflow/tf';
import { finiteTensor } from '../validation/finiteTensor';
import { inRange } from '../validation/inRange';
import type { Coefficients, Mask, Representation } from './Representation';

/**
 * The mask that keeps the largest coefficients, by |y|, the largest of the colours, and hides all others.
 *
 * @param coefficients of one image; all scales are ranked together
 * @param share of the mask's entries that is 1, from 0 to 1
 * @throws RangeError where the share is not allowed or a coefficient is not finite
 * @example
 * keepLargest({ colourAxis: 2 }, [tf.tensor3d([1, -7, 5, 0], [1, 4, 1])], 0.5) // => [[[[0], [1], [1], [0]]]]
 */
export function keepLargest(
  { colourAxis }: Pick<Representation, 'colourAxis'>,
  coefficients: Coefficients,
  share: number,
): Mask {
  inRange('share', share, 0, 1);
  for (const scale of coefficients) finiteTensor('coefficients', scale);
  return tf.tidy(() => {
    const magnitudes = coefficients.map((scale) => scale.abs().max(colourAxis, true));
    const order = argsort(tf.concat(magnitudes.map((scale) => scale.flatten())).dataSync() as Float32Array);
    const mask = new Float32Array(order.length);
    for (const entry of order.subarray(order.length - Math.round(share * order.length))) mask[entry] = 1;
    const scales = tf.split(tf.tensor1d(mask), magnitudes.map(({ size }) => size)); // prettier-ignore
    return scales.map((scale, i) => scale.reshape(magnitudes[i]!.shape));
  });
}
