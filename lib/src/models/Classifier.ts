import type * as tf from '../tensorflow/tf';

/**
 * A frozen image classifier, differentiable with respect to its input only.
 *
 * Any differentiable network fits: `logits` may be a chain of plain TensorFlow operations.
 */
export interface Classifier {
  readonly name: string;
  readonly inputShape: readonly [height: number, width: number, channels: 3];
  /** Class names, in the order of the logits. */
  readonly labels: readonly string[];
  /** `[batch, height, width, 3]` in [0, 1] (normalisation happens inside) to `[batch, class]`; `tf.grad` goes through it. */
  logits(images: tf.Tensor4D): tf.Tensor2D;
  /** The last convolutional feature maps `[batch, height', width', channel]` of such images, where the network has any. */
  features?(images: tf.Tensor4D): tf.Tensor4D;
  /** The rest of the network: `logits(images)` is `logitsFromFeatures(features(images))`. */
  logitsFromFeatures?(features: tf.Tensor4D): tf.Tensor2D;
  dispose(): void;
}
