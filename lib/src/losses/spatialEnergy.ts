import * as tf from '../tensorflow/tf';

/**
 * The spatial energy E: the mean of the kept image F⁻¹(m ⊙ y), clamped to [0, 1], over pixels and colours (equation 31; a mean
 * where the paper writes a norm).
 *
 * @param kept `[batch, height, width, colour]`
 * @returns a scalar
 * @example
 * spatialEnergy(tf.tensor4d([2, 0.5, -3, 0.5], [1, 2, 2, 1])) // => 0.5
 */
export function spatialEnergy(kept: tf.Tensor4D): tf.Scalar {
  return kept.clipByValue(0, 1).mean();
}
