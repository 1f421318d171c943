import { rescale } from './minMax';
import { quantileTransform } from './quantileTransform';
import * as tf from '../tensorflow/tf';
import { byName } from '../validation/byName';
import { finiteTensor } from '../validation/finiteTensor';

/** The ways to bring attributions to [0, 1]. */
const scalings = [
  { name: 'min-max', scale: rescale },
  { name: 'quantile', scale: quantileTransform },
] as const;

/** The name of a way to bring attributions to [0, 1]: linearly between the smallest and the largest, or by rank. */
export type AttributionScaling = (typeof scalings)[number]['name'];

/**
 * A mask from an attribution: the largest of the signed values of a pixel's colours, scaled to [0, 1].
 *
 * @param attribution `[1, height, width, channel]`
 * @param scaling `min-max`, or `quantile` (StartGrad's transform)
 * @param bins number of quantiles (released: 10,000); one per pixel by default, that is, exact ranks
 * @returns `[1, height, width, 1]`
 * @throws RangeError where there is no such scaling, the bins are no integer of at least 2, or a value is not finite
 * @example
 * attributionMask(tf.tensor4d([-3, 1, 5], [1, 3, 1, 1]), 'min-max').dataSync() // => Float32Array [0, 0.5, 1]
 */
export function attributionMask(attribution: tf.Tensor4D, scaling: AttributionScaling, bins?: number): tf.Tensor4D {
  const { scale } = byName('scaling', scalings, scaling);
  finiteTensor('attribution', attribution);
  return tf.tidy(() => {
    const largest = attribution.max<tf.Tensor4D>(3, true);
    return tf.tensor(scale(largest.dataSync() as Float32Array, bins), largest.shape);
  });
}
