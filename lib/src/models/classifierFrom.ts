import * as tf from '../tensorflow/tf';
import { byName } from '../validation/byName';
import { knownKeys } from '../validation/knownKeys';
import { textList } from '../validation/textList';
import type { Classifier } from './Classifier';
import { checkModel } from './checkModel';
import { imageShape } from './imageShape';
import { modelOutputs, type ModelOutput } from './modelOutputs';

/** What a model does not say of itself. */
export interface ClassifierFromOptions {
  /** Under which explanations know it; by default the model's own name, or `model` where it has none. */
  readonly name?: string;
  /** Height, width and colours of the images; by default those of the model's input. */
  readonly inputShape?: readonly [height: number, width: number, channels: 3];
  /** From images `[batch, height, width, 3]` in [0, 1] to what the model takes, differentiable; by default nothing is done. */
  readonly preprocess?: (images: tf.Tensor4D) => tf.Tensor;
  /** The names of the classes; `class 0`, `class 1`, … by default. */
  readonly labels?: readonly string[];
  /**
   * `logits` by default; `probabilities` for a model that ends in a softmax. What is said wins over what the values look like, with a
   * warning; where nothing is said, a softmax is refused.
   */
  readonly output?: ModelOutput;
}

const options = [
  'name',
  'inputShape',
  'preprocess',
  'labels',
  'output',
] as const satisfies readonly (keyof ClassifierFromOptions)[];

/**
 * Makes a classifier of any model of TensorFlow.js; its gradients come from automatic differentiation, with respect to the
 * images only. The classifier takes over the model: disposing one disposes the other.
 *
 * Three made pictures go forward and backward through the model at once, so that what does not fit shows here: an output or a
 * gradient that is not finite, a gradient of 0 everywhere, a softmax taken for logits. They have pixels of exactly 0 and 1, as
 * photographs and clamped images do: preprocessing such as `sqrt`, whose gradient is infinite at 0, is refused.
 *
 * @param model one input, one output `[batch, class]`
 * @throws RangeError where an option does not fit the model; Error where an operation of the model has no gradient
 * @example
 * const model = await tf.loadLayersModel('file://my-model/model.json');
 * const classifier = classifierFrom(model, { preprocess: (images) => images.mul(2).sub(1), labels: ['cat', 'dog'] });
 * classifier.labels[0] // => 'cat'
 */
export function classifierFrom(model: tf.LayersModel | tf.GraphModel, given: ClassifierFromOptions = {}): Classifier {
  const {
    name = nameOf(model),
    preprocess = (images: tf.Tensor4D): tf.Tensor => images,
    output,
    ...rest
  } = knownKeys('options', given, options);
  if (typeof name !== 'string' || name === '') throw new RangeError(`name must be a text, got ${JSON.stringify(name)}`);
  if (typeof preprocess !== 'function') throw new RangeError(`preprocess must be a function, got ${typeof preprocess}`);
  const { logits: toLogits } = byName('output', modelOutputs, output ?? 'logits');
  const inputShape = imageShape(model, rest.inputShape);
  const run = (images: tf.Tensor4D): tf.Tensor => model.predict(preprocess(images)) as tf.Tensor;
  const classes = checkModel({ name, inputShape, output, run });
  const labels = rest.labels ?? Array.from({ length: classes }, (_, index) => `class ${index}`);
  checkLabels(name, labels, classes);
  return {
    name,
    inputShape,
    labels,
    logits: (images) => tf.tidy(() => toLogits(run(images) as tf.Tensor2D)),
    dispose: () => model.dispose(),
  };
}

/** Layers models have a name, graph models have none. */
const nameOf = (model: tf.LayersModel | tf.GraphModel): string => ('name' in model ? model.name : 'model');

function checkLabels(name: string, labels: readonly string[], classes: number): void {
  textList('labels', labels);
  if (labels.length !== classes)
    throw new RangeError(`labels must name the ${classes} classes of ${name}, got ${labels.length}`);
}
