import { chunk, range } from 'lodash';
import { foldIn, type RandomKey } from '../random/key';
import { uniform } from '../random/uniform';
import type { Coefficients, Mask, NoiseModel, Representation } from '../representations/Representation';
import * as tf from '../tensorflow/tf';

type Save = (tensors: tf.Tensor[]) => void;

/**
 * What noise puts in the place of the removed coefficients: F⁻¹((1 - m) ⊙ nᵦ) for every noise sample b, differentiable with
 * respect to the mask m.
 *
 * F⁻¹ is linear, so this and the kept part F⁻¹(m ⊙ y) add up to the obfuscated image (equation 3), and the kept part is
 * synthesised once for all samples. Its gradient is ∂/∂m = -Σᵦ nᵦ ⊙ (F⁻¹)ᵀ gᵦ, summed over the colours too.
 *
 * @param noise centre μ and spread σ of every scale: n is uniform on [μ - σ, μ + σ]
 * @returns `[samples, height, width, colour]`; one colour where the colours share the noise
 */
export function replaceByNoise(
  representation: Representation,
  mask: Mask,
  noise: readonly NoiseModel[],
  samples: number,
  key: RandomKey,
): tf.Tensor4D {
  const sizes = chunk(range(samples), representation.samplesAtOnce).map(({ length }) => length);
  const draw = (size: number, part: number): Coefficients =>
    mask.map((m, scale) => drawNoise(representation, m, noise[scale]!, size, foldIn(foldIn(key, part), scale)));

  const operation = tf.customGrad((...inputs: (tf.Tensor | Save)[]) => {
    const save = inputs.at(-1) as Save;
    const m = inputs.slice(0, -1) as tf.Tensor[];
    const drawn = sizes.map(draw);
    save(drawn.flat());
    const removed = m.map((scale) => tf.sub(1, scale));
    const images = drawn.map((n) => representation.synthesise(n.map((scale, i) => scale.mul(removed[i]!))));
    return {
      value: images.length > 1 ? tf.concat(images, 0) : images[0]!,
      gradFunc: (upstream: tf.Tensor, saved: tf.Tensor[]) => {
        const gradients = tf.split<tf.Tensor4D>(upstream as tf.Tensor4D, sizes).map((g, part) => {
          const scales = representation.synthesiseAdjoint(g);
          return scales.map((scale, i) =>
            scale.mul(saved[part * m.length + i]!).sum([0, representation.colourAxis], true),
          );
        });
        return m.map((_, i) => tf.addN(gradients.map((scales) => scales[i]!)).neg());
      },
    };
  });
  return operation(...(mask as tf.Tensor[])) as tf.Tensor4D;
}

/** n = μ - σ + 2σu with u from U(0, 1), for some samples of one scale. */
function drawNoise(
  { colourAxis, sharedNoise }: Representation,
  mask: tf.Tensor,
  { centre, spread }: NoiseModel,
  samples: number,
  key: RandomKey,
): tf.Tensor {
  const shape = [...mask.shape];
  shape[0] = samples;
  shape[colourAxis] = sharedNoise ? 1 : 3;
  return uniform(shape, key).mul(spread.mul(2)).add(centre.sub(spread));
}
