import * as tf from '../tensorflow/tf';
import { meanAndSpread } from './noise/meanAndSpread';
import type { Representation } from './Representation';

/**
 * The image itself: F is the identity, and one mask entry belongs to the colours of one pixel.
 *
 * Coefficients `[batch, height, width, colour]`, mask `[1, height, width, 1]`. The noise of all pixels has the image's mean ± its
 * standard deviation (n - 1), each colour its own.
 */
export const pixels: Representation = {
  name: 'pixels',
  colourAxis: 3,
  groups: [1],
  masksPixels: true,
  sharedNoise: false,
  analyse: (images) => [images.clone()],
  synthesise: ([images]) => images!.clone() as tf.Tensor4D,
  synthesiseAdjoint: (images) => [images.clone()],
  noise: ([image]) => [meanAndSpread(image!)],
  dispose: () => undefined,
};
