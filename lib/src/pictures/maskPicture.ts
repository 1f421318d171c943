import type { Mask } from '../representations/Representation';
import { coefficientMosaic } from './coefficientMosaic';
import type * as tf from '../tensorflow/tf';

/**
 * A mask as one picture: pixels as they are, wavelets as a pyramid, and for shearlets how much of each place is kept over all of them.
 *
 * @param mask of one image, of any method
 * @returns `[height, width, 1]` in [0, 1]
 */
export function maskPicture(mask: Mask): tf.Tensor3D {
  if (mask.length > 1) return coefficientMosaic(mask);
  const [only] = mask as [tf.Tensor];
  if (only.rank === 4) return only.squeeze<tf.Tensor3D>([0]);
  return only.mean(2).squeeze<tf.Tensor2D>([0, 1]).expandDims<tf.Tensor3D>(2);
}
