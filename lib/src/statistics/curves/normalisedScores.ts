import { checkCurves, type Curves } from './Curves';
import { sameLength } from '../../validation/sameLength';

/**
 * Scores relative to the best that any initialiser reaches on the same image at any step: s / max over initialisers and steps
 * (Figures 1, 7, 11, 12, 14, 15). The maximum is over many noisy values, so a single spike lowers all else.
 *
 * @param curves scores `[image][step]` by initialiser, of the same images
 * @returns curves of the same shape; an image whose best score is not above 0 has no normalised scores (NaN)
 * @throws RangeError if there is no initialiser, or if they differ in images or a score is infinite
 * @example
 * normalisedScores({ a: [Float64Array.of(1, 2)], b: [Float64Array.of(4, NaN)] }) // => { a: [[0.25, 0.5]], b: [[1, NaN]] }
 */
export function normalisedScores<K extends string>(curves: Readonly<Record<K, Curves>>): Record<K, Curves> {
  const entries = Object.entries(curves) as [K, Curves][];
  const [first] = entries;
  if (first === undefined) throw new RangeError('curves must hold at least one initialiser, got none');
  for (const [name, images] of entries) {
    sameLength(name, images, first[0], first[1]);
    checkCurves(name, images);
  }
  const best = first[1].map((_, image) => {
    const scores = entries.flatMap(([, images]) => Array.from(images[image]!));
    return scores.reduce((most, score) => (score > most ? score : most), 0);
  });
  const normalise = (images: Curves): Curves =>
    images.map((curve, image) => curve.map((score) => (best[image]! > 0 ? score / best[image]! : NaN)));
  return Object.fromEntries(entries.map(([name, images]) => [name, normalise(images)])) as Record<K, Curves>;
}
