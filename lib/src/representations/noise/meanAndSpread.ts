import * as tf from '../../tensorflow/tf';
import type { NoiseModel } from '../Representation';

/**
 * Mean and unbiased standard deviation (n - 1) over some axes, kept with size 1 so that they broadcast.
 *
 * @param axes all of them by default
 * @example
 * meanAndSpread(tf.tensor1d([1, 2, 3])) // => { centre: [2], spread: [1] }
 */
export function meanAndSpread(coefficients: tf.Tensor, axes = coefficients.shape.map((_, axis) => axis)): NoiseModel {
  return tf.tidy(() => {
    const count = axes.reduce((product, axis) => product * coefficients.shape[axis]!, 1);
    const { mean, variance } = tf.moments(coefficients, axes, true);
    return { centre: mean, spread: variance.mul(count / (count - 1)).sqrt() };
  });
}
