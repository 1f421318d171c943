import type { Classifier } from '../models/Classifier';
import * as tf from '../tensorflow/tf';

/**
 * The gradient ∂φ_c(x)/∂x of one class's logit (before the softmax).
 *
 * @param images `[batch, height, width, colour]` in [0, 1]
 * @param target the class c
 * @returns the shape of the images
 */
export function inputGradient(classifier: Classifier, images: tf.Tensor4D, target: number): tf.Tensor4D {
  const logit = tf.grad((x: tf.Tensor) => classifier.logits(x as tf.Tensor4D).slice([0, target], [-1, 1]));
  return logit(images) as tf.Tensor4D;
}
