import type { RandomKey } from '../random/key';
import { uniform } from '../random/uniform';
import { meanAndSpread } from '../representations/noise/meanAndSpread';
import * as tf from '../tensorflow/tf';

/**
 * The start of the paper's integrated gradients: μ + σ u with the mean and the standard deviation of the image and u ~ U[0, 1)
 * for every pixel and colour. As released it is not centred on the mean.
 *
 * @param image `[1, height, width, 3]`
 * @param key of the draw
 */
export function noiseBaseline(image: tf.Tensor4D, key: RandomKey): tf.Tensor4D {
  return tf.tidy(() => {
    const { centre, spread } = meanAndSpread(image);
    return centre.add(spread.mul(uniform(image.shape, key)));
  });
}
