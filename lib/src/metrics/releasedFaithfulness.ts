import { foldIn } from '../random/key';
import { uniform } from '../random/uniform';
import { meanAndSpread } from '../representations/noise/meanAndSpread';
import type { Mask } from '../representations/Representation';
import { scaleNoise } from '../representations/noise/scaleNoise';
import * as tf from '../tensorflow/tf';
import { faithfulnessAreas, mixture, type Faithfulness } from './faithfulnessAreas';
import { checkFaithfulnessInput, type FaithfulnessInput } from './faithfulnessInput';

/**
 * The faithfulness that the authors' released code computes, for Figure 3 and Table 4.
 *
 * It differs from `faithfulness` in four ways:
 * - The curves are distortions (φ_c(x̃) - φ_c(x))², and the names are swapped: `insertion` replaces the most important entries,
 *   `deletion` keeps them. More `insertion - deletion` is better here too.
 * - Entries are selected by a threshold, the ⌊pn⌋th largest value of the scale (p = 0: the largest). Both curves keep the
 *   threshold itself, and so every entry that ties with it: a mask that is 1 everywhere scores exactly 0.
 * - The noise has the mean ± the standard deviation (n - 1) of all coefficients of a scale, each colour its own; for ShearletX
 *   that is one scale. The released code makes one draw; ours makes one per point, which the two images of the point share.
 * - Images are clamped to [0, 1] unless the mask lies on the pixels. `noise` and `clampImage` of the input are not used.
 *
 * @throws RangeError where the class, the probability, the image or the mask is not allowed, or the classifier's probabilities are
 *   not finite
 */
export function releasedFaithfulness(input: FaithfulnessInput): Faithfulness {
  checkFaithfulnessInput(input);
  const { representation, coefficients, mask, probability, key } = input;
  const noise = coefficients.map((y) => meanAndSpread(y));
  const sorted = mask.map((m) => (m.dataSync() as Float32Array).slice().sort().reverse());
  const images = (share: number, point: number): tf.Tensor4D => {
    const pointKey = foldIn(foldIn(key, 'noise'), point);
    const drawn = coefficients.map(({ shape }, scale) => uniform(shape as [number], foldIn(pointKey, scale)));
    const n = scaleNoise(drawn, noise);
    const synthesise = (keep: Mask): tf.Tensor4D => representation.synthesise(mixture(coefficients, keep, n));
    const thresholds = sorted.map((values) => values[Math.max(Math.floor(share * values.length) - 1, 0)]!);
    const insertion = synthesise(mask.map((m, scale) => m.lessEqual(thresholds[scale]!).toFloat()));
    const deletion = synthesise(mask.map((m, scale) => m.greaterEqual(thresholds[scale]!).toFloat()));
    const both = tf.concat<tf.Tensor4D>([insertion, deletion]);
    return representation.masksPixels ? both : tf.clipByValue(both, 0, 1);
  };
  try {
    return faithfulnessAreas(input, images, (p) => (p - probability) ** 2);
  } finally {
    tf.dispose(noise.flatMap(({ centre, spread }) => [centre, spread]));
  }
}
