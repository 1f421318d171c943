import { range, zipWith } from 'lodash';
import type { RandomKey } from '../../random/key';
import { customGradients } from '../../tensorflow/customGradients';
import { sumTo } from '../../tensorflow/sumTo';
import * as tf from '../../tensorflow/tf';
import { drawNoise } from './drawNoise';
import type { Mask, Representation } from '../Representation';

/**
 * F⁻¹(w ⊙ uᵦ) for independent uᵦ from U[0, 1), one for every noise sample b, differentiable with respect to the weights w.
 *
 * Its gradient is ∂/∂w = Σᵦ uᵦ ⊙ (F⁻¹)ᵀ gᵦ, summed over the colours too. A representation that can do better brings its own.
 *
 * @param weights one entry per coefficient, in the shapes of a mask
 * @returns `[samples, height, width, colour]`; one colour where the colours share the noise
 */
export function synthesiseNoise(
  representation: Representation,
  weights: Mask,
  samples: number,
  key: RandomKey,
): tf.Tensor4D {
  if (representation.synthesiseNoise) return representation.synthesiseNoise(weights, samples, key);
  const shapes = weights.map(({ shape }) => shape);
  return customGradients(weights, (w) => {
    const noise = range(samples).map((sample) => drawNoise(representation, shapes, sample, key));
    const drawn = shapes.map((_, scale) => tf.concat(noise.map((scales) => scales[scale]!)));
    return {
      value: representation.synthesise(zipWith(drawn, w, (u, scale) => u.mul(scale))),
      keep: drawn,
      gradients: (upstream, kept) =>
        zipWith(representation.synthesiseAdjoint(upstream as tf.Tensor4D), kept, (g, u) => g.mul(u)).map((g, i) =>
          sumTo(g, shapes[i]!),
        ),
    };
  }) as tf.Tensor4D;
}
