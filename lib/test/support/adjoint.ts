import type { Representation } from '../../src/representations/Representation';
import * as tf from '../../src/tensorflow/tf';
import { randomTensor } from './tensors';

/** What the two checks below run: a representation, or one of its parts, or a broken one. */
export type Transform = Pick<Representation, 'analyse' | 'synthesise' | 'synthesiseAdjoint'>;

/** Σ a ⊙ b over all tensors, in double precision. */
export function innerProduct(a: readonly tf.Tensor[], b: readonly tf.Tensor[]): number {
  return a.reduce((total, tensor, i) => {
    const other = b[i]!.dataSync();
    return (tensor.dataSync() as Float32Array).reduce((sum, value, j) => sum + value * other[j]!, total);
  }, 0);
}

/**
 * How far ⟨F⁻¹ c, g⟩ and ⟨c, (F⁻¹)ᵀ g⟩ are apart for independent random c and g, relative to the size ‖F⁻¹ c‖ ‖g‖ / √n that the
 * inner product of two independent vectors typically has.
 */
export function adjointError(representation: Transform, shape: number[], seed = 1): number {
  return tf.tidy(() => {
    const g = randomTensor<tf.Tensor4D>(shape, seed);
    const c = representation.analyse(g).map((scale, i) => randomTensor(scale.shape, seed + 100 + i));
    const image = representation.synthesise(c);
    const difference = innerProduct([image], [g]) - innerProduct(c, representation.synthesiseAdjoint(g));
    return Math.abs(difference) / Math.sqrt((innerProduct([image], [image]) * innerProduct([g], [g])) / g.size);
  });
}

/** The root mean square of F⁻¹(F(x)) - x for random x in [0, 1]. */
export function reconstructionError(representation: Transform, shape: number[], seed = 1): number {
  return tf.tidy(() => {
    const x = randomTensor<tf.Tensor4D>(shape, seed).sigmoid();
    const error = representation.synthesise(representation.analyse(x)).sub(x);
    return Math.sqrt(error.square().mean().dataSync()[0]!);
  });
}
