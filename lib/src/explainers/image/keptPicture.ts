import { greyscale } from '../../representations/greyscale';
import type { Coefficients, Mask, Representation } from '../../representations/Representation';
import * as tf from '../../tensorflow/tf';

/**
 * The greyscale of what a mask keeps of an image, F⁻¹(m ⊙ y).
 *
 * @param coefficients y = F(x) of one image
 * @returns `[height, width, 1]`
 */
export function keptPicture(representation: Representation, coefficients: Coefficients, mask: Mask): tf.Tensor3D {
  return tf.tidy(() => {
    const kept = representation.synthesise(coefficients.map((y, scale) => y.mul(mask[scale]!)));
    return greyscale(kept, 3).squeeze<tf.Tensor3D>([0]);
  });
}
