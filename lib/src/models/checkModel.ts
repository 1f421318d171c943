import * as tf from '../tensorflow/tf';
import type { Classifier } from './Classifier';
import type { ModelOutput } from './modelOutputs';

/** A model to look at: `run` is its output, preprocessing included. */
interface CheckedModel extends Pick<Classifier, 'name' | 'inputShape'> {
  readonly output: ModelOutput;
  readonly run: (images: tf.Tensor4D) => tf.Tensor;
}

/** How far from 1 the sum of float32 probabilities may be. */
const tolerance = 1e-3;

/**
 * Sends one image of zeros forth and back through a model.
 *
 * @returns the number of classes
 * @throws RangeError where the output is not what was announced; Error where an operation cannot run or has no gradient
 */
export function checkModel({ name, inputShape, output, run }: CheckedModel): number {
  return tf.tidy(() => {
    const image = tf.zeros<tf.Rank.R4>([1, ...inputShape]);
    const result = attempt(`${name} does not run on images of the shape [1, ${inputShape.join(', ')}]`, () =>
      run(image),
    );
    if (!(result instanceof tf.Tensor) || result.rank !== 2 || result.shape[0] !== 1)
      throw new RangeError(`the output of ${name} must be one tensor [batch, class], got ${describe(result)}`);
    if (result.shape[1]! < 2)
      throw new RangeError(`the output of ${name} must have at least two classes, for which a softmax is made, got 1`);
    checkOutput(name, output, result.dataSync() as Float32Array);
    attempt(`${name} has no gradient`, () => tf.grad((x: tf.Tensor) => run(x as tf.Tensor4D))(image));
    return result.shape[1]!;
  });
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

/** Taking probabilities for logits would run without error and explain another function. */
function checkOutput(name: string, output: ModelOutput, values: Float32Array): void {
  const odd = values.find((value) => !Number.isFinite(value));
  if (odd !== undefined) throw new RangeError(`the output of ${name} must be finite, got ${odd} for an image of zeros`);
  const sum = values.reduce((total, value) => total + value, 0);
  const areProbabilities = values.every((value) => value >= 0) && Math.abs(sum - 1) <= tolerance;
  if (areProbabilities !== (output === 'probabilities'))
    throw new RangeError(
      `output must be '${areProbabilities ? 'probabilities' : 'logits'}' for ${name}, whose values ` +
        `${areProbabilities ? 'are not negative and sum to 1' : `sum to ${sum}, from ${Math.min(...values)}`}, got '${output}'`,
    );
}
