import * as tf from '../../tensorflow/tf';
import type { ConvolutionWeights } from './convolution';

/** What a network expects of images in [0, 1]: (x - shift) · scale, for every colour. */
export interface Normalisation {
  readonly shift: readonly number[];
  readonly scale: readonly number[];
}

/** The first convolution for images that are shifted only: the scale is part of its kernel. Disposes the given kernel. */
export function foldScale({ kernel, bias }: ConvolutionWeights, { scale }: Normalisation): ConvolutionWeights {
  const scaled = tf.tidy(() => kernel.mul<tf.Tensor4D>(tf.tensor(scale, [1, 1, scale.length, 1])));
  kernel.dispose();
  return { kernel: scaled, bias };
}
