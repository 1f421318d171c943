import { range, unzip } from 'lodash';
import type { Coefficients, Mask } from '../representations/Representation';
import * as tf from '../tensorflow/tf';
import { finiteTensor } from '../validation/finiteTensor';
import type { FaithfulnessInput } from './faithfulnessInput';

/** Two areas under curves over the share p of the coefficients, and `insertion - deletion`, of which more is better. */
export interface Faithfulness {
  readonly insertion: number;
  readonly deletion: number;
  readonly score: number;
}

/** p = 0, 0.05, …, 1 */
const SHARES = range(21).map((point) => point / 20);

/**
 * The areas under the two curves of a mask's faithfulness, by the trapezoid rule over p = 0, 0.05, …, 1.
 *
 * @param images of one point, `[2, height, width, 3]`: the insertion's, then the deletion's. It runs inside `tf.tidy`.
 * @param height of the curves where the class has the given probability
 * @throws RangeError where the classifier's probabilities are not finite
 */
export function faithfulnessAreas(
  { classifier, target }: Pick<FaithfulnessInput, 'classifier' | 'target'>,
  images: (share: number, point: number) => tf.Tensor4D,
  height: (probability: number) => number,
): Faithfulness {
  const curves = SHARES.map((share, point) =>
    tf.tidy(() => {
      const probabilities = classifier.logits(images(share, point)).softmax().slice([0, target], [-1, 1]);
      finiteTensor(`probabilities of ${classifier.name}`, probabilities);
      return Array.from(probabilities.dataSync(), height);
    }),
  );
  const [insertion, deletion] = unzip(curves).map(area) as [number, number];
  return { insertion, deletion, score: insertion - deletion };
}

/** The mixture k ⊙ y + (1 - k) ⊙ n of every scale, exactly y where k = 1 and n where k = 0. */
export function mixture(coefficients: Coefficients, keep: Mask, noise: Coefficients): Coefficients {
  return coefficients.map((y, scale) => {
    const k = keep[scale]!;
    return y.mul(k).add(noise[scale]!.mul(tf.sub(1, k)));
  });
}

/** ∫ over [0, 1] of equally spaced values. */
function area(values: readonly number[]): number {
  const total = values.reduce((sum, value) => sum + value, 0);
  return (total - (values[0]! + values.at(-1)!) / 2) / (values.length - 1);
}
