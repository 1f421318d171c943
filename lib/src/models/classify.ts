import * as tf from '../tensorflow/tf';
import { finiteTensor } from '../validation/finiteTensor';
import { checkTarget } from './checkTarget';
import type { Classifier } from './Classifier';

/**
 * The class of an image and its probability.
 *
 * @param image `[1, height, width, 3]` in [0, 1]
 * @param target the class asked for; the most probable one by default
 * @throws RangeError where there is no such class, the image is not finite, or the classifier's logits are not one finite number
 *   for each of its labels
 */
export function classify(
  classifier: Classifier,
  image: tf.Tensor4D,
  target?: number,
): { target: number; probability: number } {
  const { name, labels } = classifier;
  if (target !== undefined) checkTarget(target, classifier);
  finiteTensor('image', image);
  const probabilities = tf.tidy(() => {
    const logits = classifier.logits(image);
    if (logits.shape.join() !== `1,${labels.length}`)
      throw new RangeError(
        `logits of ${name} must have the shape [1, ${labels.length}], one a label, got [${logits.shape.join(', ')}]`,
      );
    return logits.softmax().dataSync();
  });
  if (!probabilities.every(Number.isFinite))
    throw new RangeError(`logits of ${name} must be finite, got NaN or infinity`);
  const chosen = target ?? probabilities.indexOf(Math.max(...probabilities));
  return { target: chosen, probability: probabilities[chosen]! };
}
