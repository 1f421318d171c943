import * as tf from '../tensorflow/tf';
import type { Classifier } from './Classifier';
import { checkOutput } from './checkOutput';
import { modelOutputs, type ModelOutput } from './modelOutputs';
import { probePictures } from './probePictures';

/** A model to look at: `run` is its output, preprocessing included. */
interface CheckedModel extends Pick<Classifier, 'name' | 'inputShape'> {
  /** Undefined where nobody said what it is. */
  readonly output: ModelOutput | undefined;
  readonly run: (images: tf.Tensor4D) => tf.Tensor;
}

/**
 * Sends the probe pictures forward and backward through a model.
 *
 * @returns the number of classes
 * @throws RangeError where the output or its gradient is not what it must be; Error where an operation cannot run or has no gradient
 */
export function checkModel({ name, inputShape, output, run }: CheckedModel): number {
  return tf.tidy(() => {
    const pictures = probePictures(inputShape);
    const results = pictures.map((picture) => checkShape(name, inputShape, () => run(picture)));
    for (const result of results) checkFinite(`the output of ${name}`, result);
    checkOutput(name, output, results);
    checkGradients(name, pictures, logitSum(output, run));
    return results[0]!.shape[1];
  });
}

function checkShape(name: string, inputShape: readonly number[], run: () => tf.Tensor): tf.Tensor2D {
  const result = attempt(`${name} does not run on images of the shape [1, ${inputShape.join(', ')}]`, run);
  if (!(result instanceof tf.Tensor) || result.rank !== 2 || result.shape[0] !== 1)
    throw new RangeError(`the output of ${name} must be one tensor [batch, class], got ${describe(result)}`);
  if (result.shape[1]! < 2)
    throw new RangeError(`the output of ${name} must have at least two classes, for which a softmax is made, got 1`);
  return result as tf.Tensor2D;
}

/** Σ cos(c) z_c: all logits at once, weighted so that those of a softmax do not cancel out. */
const logitSum =
  (output: ModelOutput | undefined, run: CheckedModel['run']) =>
  (images: tf.Tensor): tf.Tensor => {
    const { logits } = modelOutputs.find(({ name }) => name === output) ?? modelOutputs[0];
    const z = logits(run(images as tf.Tensor4D) as tf.Tensor2D);
    return z.mul(tf.range(0, z.shape[1]).cos()).sum();
  };

/** One picture may be unlucky, such as one that no filter of the network answers to; where all are, nothing can be optimised. */
function checkGradients(name: string, pictures: readonly tf.Tensor4D[], sum: (images: tf.Tensor) => tf.Tensor): void {
  const gradients = pictures.map((picture) => attempt(`${name} has no gradient`, () => tf.grad(sum)(picture)));
  for (const gradient of gradients) checkFinite(`the gradient of ${name}`, gradient);
  if (gradients.every((gradient) => gradient.abs().max().dataSync()[0] === 0))
    throw new RangeError(
      `the gradient of ${name} must not be 0 everywhere, got 0 at all pixels of ${pictures.length} pictures, as after rounding`,
    );
}

function checkFinite(what: string, values: tf.Tensor): void {
  const odd = values.dataSync().find((value) => !Number.isFinite(value));
  if (odd !== undefined)
    throw new RangeError(`${what} must be finite, got ${odd} for a picture with pixels from exactly 0 to exactly 1`);
}

function attempt<T>(problem: string, action: () => T): T {
  try {
    return action();
  } catch (cause) {
    throw new Error(`${problem}: ${(cause as Error).message}`, { cause });
  }
}

const describe = (result: tf.Tensor | tf.Tensor[] | tf.NamedTensorMap): string =>
  result instanceof tf.Tensor ? `[${result.shape.join(', ')}]` : `${Object.keys(result).length} tensors`;
