import type { MethodOptions } from '../lib/src/explainers/image/Method';
import { greyscale } from '../lib/src/representations/greyscale';
import { distortion } from '../lib/src/losses/distortion';
import { sparsity } from '../lib/src/losses/sparsity';
import { spatialEnergy } from '../lib/src/losses/spatialEnergy';
import type { Coefficients, Mask } from '../lib/src/representations/Representation';
import * as tf from '../lib/src/tensorflow/tf';

export interface MaskToMeasure {
  readonly mask: Mask;
  /** m ⊙ y */
  readonly kept: Coefficients;
  /** F⁻¹(m ⊙ y) */
  readonly keptImage: tf.Tensor4D;
  /** `[samples]` */
  readonly probabilities: tf.Tensor1D;
  readonly options: Pick<MethodOptions, 'sparsityWeight' | 'spatialWeight' | 'spatialColours'>;
}

/** What `ImageObjective` computes of a mask besides transforms, noise and classifier, as two pieces of work to time. */
export function measureMask({ mask, kept, keptImage, probabilities, options }: MaskToMeasure): {
  losses: () => tf.Tensor[];
  metrics: () => ArrayLike<number>;
} {
  const seen = (image: tf.Tensor4D): tf.Tensor4D => (options.spatialColours === 'grey' ? greyscale(image, 3) : image);
  // D + λ₁ S + λ₂ E
  const loss = (p: tf.Tensor, image: tf.Tensor, ...m: tf.Tensor[]): tf.Tensor =>
    distortion(p as tf.Tensor1D, 1)
      .add(sparsity(m).mul(options.sparsityWeight))
      .add(spatialEnergy(seen(image as tf.Tensor4D)).mul(options.spatialWeight));
  return {
    losses: () => tf.grads(loss)([probabilities, keptImage, ...mask]),
    metrics: () =>
      tf
        .stack([probabilities.mean(), tf.addN(kept.map((y) => y.abs().sum())), keptImage.clipByValue(0, 1).sum()])
        .dataSync(),
  };
}
