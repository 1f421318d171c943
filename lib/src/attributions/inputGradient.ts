import type { Classifier } from '../models/Classifier';
import { checkTarget } from '../models/checkTarget';
import * as tf from '../tensorflow/tf';
import { finiteTensor } from '../validation/finiteTensor';

/**
 * The gradient ∂φ_c(x)/∂x of one class's logit (before the softmax).
 *
 * @param images `[batch, height, width, colour]` in [0, 1]
 * @param target the class c
 * @returns the shape of the images
 * @throws RangeError where there is no such class, or the images or the gradient are not finite
 */
export function inputGradient(classifier: Classifier, images: tf.Tensor4D, target: number): tf.Tensor4D {
  checkTarget(target, classifier);
  finiteTensor('images', images);
  const logit = tf.grad((x: tf.Tensor) => classifier.logits(x as tf.Tensor4D).slice([0, target], [-1, 1]));
  return tf.tidy(() => finiteTensor(`the gradient of ${classifier.name}`, logit(images) as tf.Tensor4D));
}
