import type * as tf from '../../tensorflow/tf';

/** A layer with constant weights: differentiable with respect to its input only, so no gradient of a weight is ever computed. */
export interface FrozenLayer {
  /** `[batch, height, width, channel]` to `[batch, height', width', channel']`. */
  apply(x: tf.Tensor4D): tf.Tensor4D;
  /** Frees the weights. */
  dispose(): void;
}
