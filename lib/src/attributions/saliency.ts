import type { Classifier } from '../models/Classifier';
import type { Mask, Representation } from '../representations/Representation';
import * as tf from '../tensorflow/tf';
import { inputGradient } from './inputGradient';

/**
 * The saliency S_c = max over the colours of |∂φ_c(F⁻¹(y))/∂y| at y = F(x), for every coefficient y (equation 8).
 *
 * F⁻¹ is linear, so the chain rule is its adjoint: ∂φ_c/∂y = (F⁻¹)ᵀ ∂φ_c/∂x.
 *
 * @param image `[1, height, width, 3]` in [0, 1]
 * @param target the class c
 * @returns one tensor per scale, in the shape of a mask
 * @throws RangeError where there is no such class, or the image or its gradient is not finite
 */
export function saliency(
  classifier: Classifier,
  representation: Representation,
  image: tf.Tensor4D,
  target: number,
): Mask {
  return tf.tidy(() => {
    const gradient = representation.synthesiseAdjoint(inputGradient(classifier, image, target));
    return gradient.map((scale) => scale.abs().max(representation.colourAxis, true));
  });
}
