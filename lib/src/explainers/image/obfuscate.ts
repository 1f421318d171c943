import type { RandomKey } from '../../random/key';
import { noiseRange } from '../../representations/noise/noiseRange';
import { noiseShape } from '../../representations/noise/noiseShape';
import type { Mask, NoiseModel, Representation } from '../../representations/Representation';
import { synthesiseNoise } from '../../representations/noise/synthesiseNoise';
import * as tf from '../../tensorflow/tf';

/**
 * The obfuscated images x̃ = F⁻¹(m ⊙ y + (1 - m) ⊙ n) of every noise sample (equation 3), differentiable with respect to m.
 *
 * F⁻¹ is linear and n = lowest + width ⊙ u with u from U(0, 1) (`noiseRange`), so that
 *
 *     x̃ = F⁻¹(m ⊙ y) + F⁻¹((1 - m) ⊙ lowest) + F⁻¹((1 - m) ⊙ width ⊙ u),
 *
 * and only the last part is synthesised for every sample.
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
  const ranges = noise.map(noiseRange);
  const floor = removed.map((r, i) => {
    const { lowest } = ranges[i]!;
    return r.mul(lowest.broadcastTo(noiseShape(representation, lowest.shape)));
  });
  const weights = removed.map((r, i) => r.mul(ranges[i]!.width));
  return kept.add(representation.synthesise(floor)).add(synthesiseNoise(representation, weights, samples, key));
}
