import { chunk, range } from 'lodash';
import { foldIn, type RandomKey } from '../random/key';
import { uniform } from '../random/uniform';
import * as tf from '../tensorflow/tf';
import { noiseShape } from './noiseShape';
import type { Coefficients, Mask, Representation } from './Representation';

type Save = (tensors: tf.Tensor[]) => void;

/**
 * F⁻¹(w ⊙ uᵦ) for independent uᵦ from U[0, 1), one for every noise sample b, differentiable with respect to the weights w.
 *
 * Its gradient is ∂/∂w = Σᵦ uᵦ ⊙ (F⁻¹)ᵀ gᵦ, summed over the colours too. A representation that can do better brings its own.
 *
 * @param weights of a mask's shapes
 * @returns `[samples, height, width, colour]`; one colour where the colours share the noise
 */
export function synthesiseNoise(
  representation: Representation,
  weights: Mask,
  samples: number,
  key: RandomKey,
): tf.Tensor4D {
  if (representation.synthesiseNoise) return representation.synthesiseNoise(weights, samples, key);
  const { samplesAtOnce, colourAxis } = representation;
  const sizes = chunk(range(samples), samplesAtOnce).map(({ length }) => length);
  const draw = (size: number, part: number): Coefficients =>
    weights.map((w, scale) => uniform(noiseShape(representation, w.shape, size), foldIn(foldIn(key, part), scale)));

  const operation = tf.customGrad((...inputs: (tf.Tensor | Save)[]) => {
    const save = inputs.at(-1) as Save;
    const w = inputs.slice(0, -1) as tf.Tensor[];
    const drawn = sizes.map(draw);
    save(drawn.flat());
    const images = drawn.map((u) => representation.synthesise(u.map((scale, i) => scale.mul(w[i]!))));
    return {
      value: images.length > 1 ? tf.concat(images, 0) : images[0]!,
      gradFunc: (upstream: tf.Tensor, saved: tf.Tensor[]) => {
        const gradients = tf.split<tf.Tensor4D>(upstream as tf.Tensor4D, sizes).map((g, part) => {
          const scales = representation.synthesiseAdjoint(g);
          return scales.map((scale, i) => scale.mul(saved[part * w.length + i]!).sum([0, colourAxis], true));
        });
        return w.map((_, i) => tf.addN(gradients.map((scales) => scales[i]!)));
      },
    };
  });
  return operation(...(weights as tf.Tensor[]));
}
