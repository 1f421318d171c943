import { range } from 'lodash';
import type { RandomKey } from '../../random/key';
import { drawNoise } from '../../representations/noise/drawNoise';
import { maskShape } from '../../representations/maskShape';
import type { Coefficients, Mask, NoiseModel, Representation } from '../../representations/Representation';
import { scaleNoise } from '../../representations/noise/scaleNoise';
import { customGradients } from '../../tensorflow/customGradients';
import { sumTo } from '../../tensorflow/sumTo';
import * as tf from '../../tensorflow/tf';

/**
 * The obfuscated images F⁻¹(clamp(m ⊙ y + (1 - m) ⊙ n, 0, 1)) of the released ShearletX, differentiable with respect to m.
 *
 * The noise is that of `obfuscate`. The clamp deletes every negative coefficient, so that even m = 1 does not give the image back.
 * It also destroys the linearity that `obfuscate` relies on: every sample and colour is synthesised, one sample at a time and again in
 * the backward pass, which trades time for memory.
 *
 * @param noise centre μ and spread σ of every scale: n is uniform on [μ - σ, μ + σ]
 * @returns `[samples, height, width, 3]`
 */
export function obfuscateClamped(
  representation: Representation,
  coefficients: Coefficients,
  mask: Mask,
  noise: readonly NoiseModel[],
  samples: number,
  key: RandomKey,
): tf.Tensor4D {
  const shapes = coefficients.map((y) => maskShape(representation, y));
  const draw = (sample: number): Coefficients => scaleNoise(drawNoise(representation, shapes, sample, key), noise);
  const mix = (m: tf.Tensor[], n: Coefficients): tf.Tensor[] =>
    m.map((w, i) => w.mul(coefficients[i]!.sub(n[i]!)).add(n[i]!));

  return customGradients(mask, (m) => {
    const synthesise = (sample: number): tf.Tensor4D =>
      tf.tidy(() => representation.synthesise(mix(m, draw(sample)).map((c) => c.clipByValue(0, 1))));
    // ∂/∂m = Σᵦ [0 ≤ c ≤ 1] ⊙ (y - nᵦ) ⊙ (F⁻¹)ᵀ gᵦ
    const gradientOf = (kept: tf.Tensor[], g: tf.Tensor4D, sample: number): tf.Tensor[] => {
      const n = draw(sample);
      const carried = representation.synthesiseAdjoint(g);
      return mix(kept, n).map((c, i) => {
        const inside = c.greaterEqual(0).logicalAnd(c.lessEqual(1));
        return sumTo(inside.mul(coefficients[i]!.sub(n[i]!)).mul(carried[i]!), kept[i]!.shape);
      });
    };
    return {
      value: tf.concat(range(samples).map(synthesise)),
      keep: m,
      gradients: (upstream, kept) =>
        tf.split<tf.Tensor4D>(upstream, samples).reduce<tf.Tensor[]>((total, g, sample) => {
          const next = tf.tidy(() => gradientOf(kept, g, sample).map((scale, i) => scale.add(total[i] ?? 0)));
          tf.dispose(total);
          return next;
        }, []),
    };
  }) as tf.Tensor4D;
}
