import type { RandomKey } from '../../random/key';
import { noiseShape } from '../../representations/noise/noiseShape';
import type { Mask, NoiseModel, Representation } from '../../representations/Representation';
import { synthesiseNoise } from '../../representations/noise/synthesiseNoise';
import * as tf from '../../tensorflow/tf';

/**
 * The obfuscated images x̃ = F⁻¹(m ⊙ y + (1 - m) ⊙ n) of every noise sample (equation 3), differentiable with respect to m.
 *
 * F⁻¹ is linear and n = (μ - σ) + 2σu with u from U(0, 1), so that
 *
 *     x̃ = F⁻¹(m ⊙ y) + F⁻¹((1 - m) ⊙ (μ - σ)) + F⁻¹((1 - m) ⊙ 2σ ⊙ u),
 *
 * and only the last part is synthesised once a sample.
 *
 * @param kept F⁻¹(m ⊙ y), `[1, height, width, 3]`
 * @param noise centre μ and spread σ of every scale
 * @returns `[samples, height, width, 3]`
 */
export function obfuscate(
  representation: Representation,
  kept: tf.Tensor4D,
  mask: Mask,
  noise: readonly NoiseModel[],
  samples: number,
  key: RandomKey,
): tf.Tensor4D {
  const removed = mask.map((m) => tf.sub(1, m));
  const floor = removed.map((r, i) => {
    const { centre, spread } = noise[i]!;
    return r.mul(centre.sub(spread).broadcastTo(noiseShape(representation, centre.shape)));
  });
  const weights = removed.map((r, i) => r.mul(noise[i]!.spread.mul(2)));
  return kept.add(representation.synthesise(floor)).add(synthesiseNoise(representation, weights, samples, key));
}
