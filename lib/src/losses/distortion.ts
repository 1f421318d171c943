import type * as tf from '../tensorflow/tf';

/**
 * The distortion D = mean over the noise samples of (φ_c(x̃) - φ_c(x))² (section 3.1; only the explained class counts).
 *
 * @param probabilities φ_c(x̃) of every noise sample, `[samples]`
 * @param original φ_c(x)
 * @returns a scalar
 * @example
 * distortion(tf.tensor1d([0.5, 0.9]), 0.9) // => 0.08
 */
export function distortion(probabilities: tf.Tensor1D, original: number): tf.Scalar {
  return probabilities.sub(original).square().mean();
}
