import { range, zipWith } from 'lodash';
import { foldIn, type RandomKey } from '../random/key';
import { uniform } from '../random/uniform';
import { maskShape } from '../representations/maskShape';
import { noiseShape } from '../representations/noiseShape';
import type { Coefficients, Mask, NoiseModel, Representation } from '../representations/Representation';
import { sumTo } from '../tensorflow/sumTo';
import * as tf from '../tensorflow/tf';

type Save = (tensors: tf.Tensor[]) => void;

/**
 * The obfuscated images F⁻¹(clamp(m ⊙ y + (1 - m) ⊙ n, 0, 1)) of the released ShearletX, differentiable with respect to m.
 *
 * The clamp deletes every negative coefficient, so that even m = 1 does not give the image back. It also spoils the linearity that
 * `obfuscate` lives on: every sample and colour is synthesised, one sample at a time and again in the backward pass, which
 * trades time for memory.
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
  const draw = (sample: number): tf.Tensor[] =>
    zipWith(coefficients, noise, (y, { centre, spread }) => {
      const shape = noiseShape(representation, maskShape(representation, y), 1);
      return uniform(shape, foldIn(key, sample)).mul(spread.mul(2)).add(centre.sub(spread));
    });
  const mix = (m: tf.Tensor[], n: tf.Tensor[]): tf.Tensor[] =>
    m.map((w, i) => w.mul(coefficients[i]!.sub(n[i]!)).add(n[i]!));

  const operation = tf.customGrad((...inputs: (tf.Tensor | Save)[]) => {
    const m = inputs.slice(0, -1) as tf.Tensor[];
    (inputs.at(-1) as Save)(m);
    const images = range(samples).map((sample) =>
      tf.tidy(() => representation.synthesise(mix(m, draw(sample)).map((c) => c.clipByValue(0, 1)))),
    );
    return {
      value: tf.concat(images),
      gradFunc: (upstream: tf.Tensor, saved: tf.Tensor[]) => {
        // ∂/∂m = Σᵦ [0 ≤ c ≤ 1] ⊙ (y - nᵦ) ⊙ (F⁻¹)ᵀ gᵦ
        const gradientOf = (g: tf.Tensor4D, sample: number): tf.Tensor[] => {
          const n = draw(sample);
          return zipWith(mix(saved, n), representation.synthesiseAdjoint(g), (c, scale) =>
            c.step().mul(tf.sub(1, c).step()).mul(scale),
          ).map((scale, i) => sumTo(scale.mul(coefficients[i]!.sub(n[i]!)), saved[i]!.shape));
        };
        return tf.split<tf.Tensor4D>(upstream, samples).reduce<tf.Tensor[]>((total, g, sample) => {
          const next = tf.tidy(() => gradientOf(g, sample).map((scale, i) => scale.add(total[i] ?? 0)));
          tf.dispose(total);
          return next;
        }, []);
      },
    };
  });
  return operation(...(mask as tf.Tensor[]));
}
