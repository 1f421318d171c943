import { range } from 'lodash';
import type { faithfulness } from '../../src/metrics/faithfulness';
import type { Faithfulness } from '../../src/metrics/faithfulnessAreas';
import type { FaithfulnessInput } from '../../src/metrics/faithfulnessInput';
import { maskShape } from '../../src/representations/maskShape';
import { pixels } from '../../src/representations/pixels';
import type { Representation } from '../../src/representations/Representation';
import * as tf from '../../src/tensorflow/tf';
import { randomTensor } from '../support/tensors';
import { toyClassifier, toyImage } from '../support/toyClassifier';

/** Two classes; the first has exactly the given probability. */
export const withProbability = (probability: (images: tf.Tensor4D) => tf.Tensor): FaithfulnessInput['classifier'] => ({
  ...toyClassifier(),
  labels: ['yes', 'no'],
  logits: (images) => {
    const p = probability(images);
    return tf.stack([p, tf.sub(1, p)], 1).log() as tf.Tensor2D;
  },
});

/** Twenty pixels x = 1/20, …, 20/20 of a class whose probability is the mean of the image; the noise is 0. */
export const x = range(1, 21).map((value) => value / 20);
export const twenty = (values: readonly number[]): tf.Tensor4D => tf.tensor4d([...values], [1, 4, 5, 1]);
const image = twenty(x).tile<tf.Tensor4D>([1, 1, 1, 3]);
export const linear: FaithfulnessInput = {
  classifier: withProbability((images) => images.mean([1, 2, 3])),
  representation: pixels,
  image,
  coefficients: [image],
  noise: [{ centre: tf.scalar(0), spread: tf.scalar(0) }],
  mask: [twenty(x)],
  target: 0,
  probability: 0.525,
  key: [1, 2],
  clampImage: false,
};

export const areas = ({ insertion, deletion, score }: Faithfulness): number[] => [insertion, deletion, score];

/** The toy network at random masks and images of any representation. */
export function toy(representation: Representation, size = 32): FaithfulnessInput {
  const batch = toyImage(size).expandDims<tf.Tensor4D>(0);
  const classifier = toyClassifier(size);
  const coefficients = representation.analyse(batch);
  return {
    classifier,
    representation,
    image: batch,
    coefficients,
    noise: representation.noise(coefficients),
    mask: coefficients.map((y, scale) => randomTensor(maskShape(representation, y), 20 + scale).sigmoid()),
    target: 4,
    probability: classifier.logits(batch).softmax().dataSync()[4]!,
    key: [3, 4],
    clampImage: false,
  };
}

/** The pairs of images that the classifier is shown at the 21 points. */
export function shown(measure: typeof faithfulness, input: FaithfulnessInput): tf.Tensor4D[] {
  const images: tf.Tensor4D[] = [];
  const logits = (batch: tf.Tensor4D): tf.Tensor2D => {
    images.push(tf.keep(batch.clone()));
    return input.classifier.logits(batch);
  };
  measure({ ...input, classifier: { ...input.classifier, logits } });
  return images;
}

/** The coefficients that images are synthesised from, in the order in which it happens. */
export function synthesised(measure: typeof faithfulness, input: FaithfulnessInput): tf.Tensor[][] {
  const all: tf.Tensor[][] = [];
  const synthesise: Representation['synthesise'] = (coefficients) => {
    all.push(coefficients.map((y) => tf.keep(y.clone())));
    return input.representation.synthesise(coefficients);
  };
  measure({ ...input, representation: { ...input.representation, synthesise } });
  return all;
}
