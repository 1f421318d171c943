import * as tf from '../tensorflow/tf';
import type { Classifier } from './Classifier';

/**
 * The class of an image and its probability.
 *
 * @param image `[1, height, width, 3]` in [0, 1]
 * @param target the class asked for; the most probable one by default
 */
export function classify(
  classifier: Classifier,
  image: tf.Tensor4D,
  target?: number,
): { target: number; probability: number } {
  const probabilities = tf.tidy(() => classifier.logits(image).softmax().dataSync());
  const chosen = target ?? probabilities.indexOf(Math.max(...probabilities));
  return { target: chosen, probability: probabilities[chosen]! };
}
