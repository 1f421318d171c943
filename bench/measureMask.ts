import type { ImageScene } from '../lib/src/explainers/image/ImageScene';
import { distortion } from '../lib/src/losses/distortion';
import { sparsity } from '../lib/src/losses/sparsity';
import { spatialEnergy } from '../lib/src/losses/spatialEnergy';
import { l1Norm, retainedL1, retainedPixel, retainedProbability } from '../lib/src/metrics/retained';
import { greyscale } from '../lib/src/representations/greyscale';
import type { Coefficients, Mask } from '../lib/src/representations/Representation';
import * as tf from '../lib/src/tensorflow/tf';

export interface MaskToMeasure {
  readonly scene: Pick<ImageScene, 'options'>;
  readonly mask: Mask;
  /** m ⊙ y */
  readonly kept: Coefficients;
  /** F⁻¹(m ⊙ y) */
  readonly keptImage: tf.Tensor4D;
  /** `[samples]` */
  readonly probabilities: tf.Tensor1D;
}

/** What `ImageProblem` computes of a mask besides transforms, noise and classifier, as two pieces of work to time. */
export function measureMask({ scene: { options }, mask, kept, keptImage, probabilities }: MaskToMeasure): {
  losses: () => tf.Tensor[];
  metrics: () => ArrayLike<number>;
} {
  const seen = (image: tf.Tensor4D): tf.Tensor4D => (options.spatialColours === 'grey' ? greyscale(image, 3) : image);
  // D + λ₁ S + λ₂ E
  const loss = (p: tf.Tensor, image: tf.Tensor, ...m: tf.Tensor[]): tf.Tensor =>
    distortion(p as tf.Tensor1D, 1)
      .add(sparsity(m).mul(options.sparsityWeight))
      .add(spatialEnergy(seen(image as tf.Tensor4D)).mul(options.spatialWeight));
  const all = l1Norm(kept);
  return {
    losses: () => tf.grads(loss)([probabilities, keptImage, ...mask]),
    metrics: () =>
      tf
        .stack([retainedProbability(probabilities, 1), retainedL1(kept, all), retainedPixel(keptImage, all)])
        .dataSync(),
  };
}
