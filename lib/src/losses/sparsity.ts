import type { Mask } from '../representations/Representation';
import * as tf from '../tensorflow/tf';

/**
 * The sparsity term ‖m‖₁ / d of a mask in [0, 1]: the mean over all d entries of all scales.
 *
 * A mean where the paper writes a sum: only then do its weights λ₁ make sense. The gradient is 1/d where m > 0 and 0 where m = 0, as
 * PyTorch's |m| has it. (tfjs's `abs` has the gradient -1 at 0, which would lift every entry that has reached 0.)
 *
 * @returns a scalar
 * @example
 * sparsity([tf.tensor1d([1, 0]), tf.tensor1d([0.5])]) // => 0.5
 */
export function sparsity(mask: Mask): tf.Scalar {
  const entries = mask.reduce((sum, scale) => sum + scale.size, 0);
  return tf.addN(mask.map((scale) => scale.relu().sum<tf.Scalar>())).div(entries);
}
