import type { Classifier } from '../models/Classifier';
import { checkImage } from '../models/checkImage';
import { checkTarget } from '../models/checkTarget';
import * as tf from '../tensorflow/tf';

/** @throws RangeError where the image is not one of the classifier's size in [0, 1], or the class is none of its classes */
export function checkAttribution(classifier: Classifier, image: tf.Tensor4D, target: number): void {
  if (image.rank !== 4 || image.shape[0] !== 1)
    throw new RangeError(`image must have the shape [1, height, width, 3], got [${image.shape.join(', ')}]`);
  tf.tidy(() => checkImage(image.squeeze([0]), classifier));
  checkTarget(target, classifier);
}
