import * as tf from './tf';

/** A value, and how a gradient of it is carried back to every input. */
export interface Differentiated {
  readonly value: tf.Tensor;
  /** What the gradients need besides: kept until then, where all else that was computed on the way is freed. */
  readonly keep?: readonly tf.Tensor[];
  readonly gradients: (upstream: tf.Tensor, kept: tf.Tensor[]) => tf.Tensor[];
}

/**
 * Applies an operation with gradients of our own to a list of tensors.
 *
 * @example
 * const square = (x: tf.Tensor) =>
 *   customGradients([x], ([y]) => ({ value: y.square(), keep: [y], gradients: (g, [kept]) => [g.mul(kept).mul(2)] }));
 * tf.grad(square)(tf.scalar(3)) // => 6
 */
export function customGradients(
  inputs: readonly tf.Tensor[],
  operation: (inputs: tf.Tensor[]) => Differentiated,
): tf.Tensor {
  const differentiable = tf.customGrad((...parameters) => {
    const { value, keep = [], gradients } = operation(parameters.slice(0, -1) as tf.Tensor[]);
    (parameters.at(-1) as tf.GradSaveFunc)([...keep]);
    return { value, gradFunc: (upstream: tf.Tensor, kept: tf.Tensor[]) => tf.tidy(() => gradients(upstream, kept)) };
  });
  return differentiable(...inputs);
}
