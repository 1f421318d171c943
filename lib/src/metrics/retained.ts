import type { Coefficients } from '../representations/Representation';
import * as tf from '../tensorflow/tf';

/** Σ|y| over all tensors. */
export function l1Norm(tensors: Coefficients): tf.Scalar {
  return tf.tidy(() => tf.addN(tensors.map((tensor) => tensor.abs().sum<tf.Scalar>())));
}

/**
 * The numerator of CP: the mean over the noise samples of φ_c(x̃) / φ_c(x). It can exceed 1.
 *
 * @param probabilities φ_c(x̃), `[samples]`
 * @param original φ_c(x)
 */
export const retainedProbability = (probabilities: tf.Tensor1D, original: number): tf.Scalar =>
  probabilities.mean<tf.Scalar>().div(original);

/**
 * The denominator of CP-L1: Σ|m ⊙ y| / Σ|y| over all coefficients.
 *
 * @param kept m ⊙ y
 * @param all Σ|y|
 */
export const retainedL1 = (kept: Coefficients, all: tf.Scalar): tf.Scalar => l1Norm(kept).div(all);

/**
 * The denominator of CP-Pixel: Σ clamp(F⁻¹(m ⊙ y), 0, 1) / Σ|x| over all pixels and colours.
 *
 * @param kept F⁻¹(m ⊙ y), `[1, height, width, 3]`
 * @param all Σ|x|
 */
export const retainedPixel = (kept: tf.Tensor4D, all: tf.Scalar): tf.Scalar =>
  kept.clipByValue(0, 1).sum<tf.Scalar>().div(all);
