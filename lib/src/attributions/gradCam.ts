import type { Classifier } from '../models/Classifier';
import * as tf from '../tensorflow/tf';
import { finiteTensor } from '../validation/finiteTensor';
import { knownKeys } from '../validation/knownKeys';
import { checkAttribution } from './checkAttribution';

export interface GradCamOptions {
  /** Whether places that speak against the class become 0, as in Grad-CAM's paper; off, as released. */
  readonly relu?: boolean;
}

/**
 * Grad-CAM (Selvaraju et al. 2017, https://arxiv.org/abs/1610.02391, equations 1 and 2): L_c = Σₖ αₖ Aᵏ with
 * αₖ = the mean over the places of ∂φ_c/∂Aᵏ, where A are the last feature maps; every place repeated to the size of the image.
 *
 * @param image `[1, height, width, 3]` in [0, 1]
 * @param target the class c
 * @returns `[1, height, width, 1]`, signed unless `relu`
 * @throws TypeError where the classifier does not offer its features; RangeError where the image, the class or an option does not
 *   fit, or the map is not finite
 * @example
 * const map = gradCam(classifier, image, 281);
 * map.shape // => [1, 224, 224, 1]
 */
export function gradCam(
  classifier: Classifier,
  image: tf.Tensor4D,
  target: number,
  options: GradCamOptions = {},
): tf.Tensor4D {
  const { relu = false } = knownKeys('options', options, ['relu']);
  const { name, inputShape } = classifier;
  if (!classifier.features || !classifier.logitsFromFeatures)
    throw new TypeError(`classifier must have features and logitsFromFeatures for Grad-CAM, ${name} has not`);
  checkAttribution(classifier, image, target);
  return tf.tidy(() => {
    const maps = classifier.features!(image);
    const logit = (a: tf.Tensor): tf.Tensor =>
      classifier.logitsFromFeatures!(a as tf.Tensor4D).slice([0, target], [1, 1]);
    // αₖ = 1/Z Σᵢⱼ ∂φ_c/∂Aᵏᵢⱼ
    const alpha = tf.grad(logit)(maps).mean([1, 2], true);
    // L_c = Σₖ αₖ Aᵏ
    const places = maps.mul(alpha).sum<tf.Tensor4D>(3, true);
    finiteTensor(`the Grad-CAM of ${name}`, places);
    const kept = relu ? places.relu<tf.Tensor4D>() : places;
    return tf.image.resizeNearestNeighbor(kept, [inputShape[0], inputShape[1]]);
  });
}
