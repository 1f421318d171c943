import * as tf from '../../tensorflow/tf';

/**
 * A layer with constant weights: a gradient is carried to its input only, so no gradient of a weight is ever computed.
 *
 * What the backward pass needs lies on a stack: every layer pops what it pushed, the last layer first, and frees it.
 */
export interface FrozenLayer {
  /** `[batch, height, width, channel]` to `[batch, height', width', channel']`; pushes handles of its own on the stack. */
  forward(x: tf.Tensor4D, stack: tf.Tensor[]): tf.Tensor4D;
  /** The gradient with respect to x, for the gradient dy with respect to the result; dy is not disposed. */
  backward(dy: tf.Tensor4D, stack: tf.Tensor[]): tf.Tensor4D;
  /** Frees the weights. */
  dispose(): void;
}

/**
 * The layer as a function with a gradient.
 *
 * A whole network becomes a single operation for tfjs, which keeps what lies between two operations until all gradients are known.
 */
export function differentiable(layer: FrozenLayer): (x: tf.Tensor4D) => tf.Tensor4D {
  return tf.customGrad<tf.Tensor4D>((x, save) => {
    const stack: tf.Tensor[] = [];
    const value = layer.forward(x as tf.Tensor4D, stack);
    (save as tf.GradSaveFunc)(stack);
    return { value, gradFunc: (dy, saved) => layer.backward(dy, [...saved]) };
  });
}
