import { argsort } from '../numerics/argsort';
import { foldIn, type RandomKey } from '../random/key';
import { uniform } from '../random/uniform';
import { drawNoise } from '../representations/noise/drawNoise';
import { maskShape } from '../representations/maskShape';
import { scaleNoise } from '../representations/noise/scaleNoise';
import * as tf from '../tensorflow/tf';
import { faithfulnessAreas, mixture, type Faithfulness } from './faithfulnessAreas';
import { checkFaithfulnessInput, type FaithfulnessInput } from './faithfulnessInput';

/**
 * How faithfully a mask ranks what the classifier needs (Petsiuk et al., 2018), on the method's own coefficients and noise.
 *
 * The curves are retained class probabilities φ_c(x̃) / φ_c(x), which may exceed 1, over the share p = 0, 0.05, …, 1. Insertion
 * keeps the p most important entries of every scale and replaces the others by noise; deletion replaces the p most important.
 * Its area is large for insertion and small for deletion where the mask is good, so that more `insertion - deletion` is better:
 * 0 is what a random ranking has on average.
 *
 * Exactly round(pn) of n entries are selected, entries of equal value in random order: a mask that is 1 everywhere ranks at random.
 * Every point draws its own noise, so that the area averages over 21 draws; the two images of a point share it.
 *
 * @throws RangeError where the class, the probability, the image or the mask is not allowed, or the classifier's probabilities are
 *   not finite
 * @example
 * // a class whose probability is the mean of the pixels x = 1/20, …, 20/20, which are the mask too; the noise is 0
 * const { insertion, deletion, score } = faithfulness(input); // => 79/120, 41/120, 38/120
 */
export function faithfulness(input: FaithfulnessInput): Faithfulness {
  checkFaithfulnessInput(input);
  const { representation, image, coefficients, noise, mask, probability, key, clampImage } = input;
  const shapes = coefficients.map((y) => maskShape(representation, y));
  const ranks = mask.map((m, scale) => rank(m, foldIn(foldIn(key, 'ties'), scale)));
  const images = (share: number, point: number): tf.Tensor4D => {
    const n = scaleNoise(drawNoise(representation, shapes, point, foldIn(key, 'noise')), noise);
    const keep = ranks.map((r) => r.less(Math.round(share * r.size)).toFloat());
    const insertion = representation.synthesise(mixture(coefficients, keep, n));
    // F⁻¹((1 - k) ⊙ y + k ⊙ n) = F⁻¹(y) + F⁻¹(n) - F⁻¹(k ⊙ y + (1 - k) ⊙ n)
    const deletion = image.add<tf.Tensor4D>(representation.synthesise(n)).sub<tf.Tensor4D>(insertion);
    const both = tf.concat<tf.Tensor4D>([insertion, deletion]);
    return clampImage ? tf.clipByValue(both, 0, 1) : both;
  };
  try {
    return faithfulnessAreas(input, images, (p) => p / probability);
  } finally {
    tf.dispose(ranks);
  }
}

/** The place of every entry in descending order, 0 for the largest; entries of equal value in random order. */
function rank(scale: tf.Tensor, key: RandomKey): tf.Tensor {
  const values = scale.dataSync() as Float32Array;
  const drawn = uniform<tf.Rank.R1>([values.length], key);
  const shuffled = argsort(drawn.dataSync() as Float32Array);
  drawn.dispose();
  const ascending = argsort(new Float32Array(values.length).map((_, i) => values[shuffled[i]!]!));
  const ranks = new Int32Array(values.length);
  ascending.forEach((position, i) => (ranks[shuffled[position]!] = values.length - 1 - i));
  return tf.tensor(ranks, scale.shape, 'int32');
}
