import type { Mask } from '../representations/Representation';
import * as tf from '../tensorflow/tf';

/** Keeps |m| away from 0, where powers p < 1 have no gradient. */
const OFFSET = 1e-7;

/**
 * The sparsity term ‖m‖₁ / d: the mean of |m| + 1e-7 over all d entries of all scales.
 *
 * A mean where the paper writes a sum: its weights λ₁ only make sense so.
 *
 * @returns a scalar
 * @example
 * sparsity([tf.tensor1d([1, 0]), tf.tensor1d([0.5])]) // => 0.5
 */
export function sparsity(mask: Mask): tf.Scalar {
  const entries = mask.reduce((sum, scale) => sum + scale.size, 0);
  return tf
    .addN(mask.map((scale) => scale.abs().sum()))
    .div(entries)
    .add(OFFSET);
}
