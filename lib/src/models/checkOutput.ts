import { max, min, sum } from 'lodash';
import type * as tf from '../tensorflow/tf';
import type { ModelOutput } from './modelOutputs';

/** How far probabilities that an 8-bit network has rounded may lie outside [0, 1], and their sum from 1. */
const tolerance = 0.02;

/** What a softmax of shares means, for a model that names several things at once. */
const competition =
  'explanations are of their softmax, in which classes compete: one rises only where others fall, which is not what a sigmoid for each class means';

/**
 * Compares what a model puts out for some pictures with what it was said to put out. Taking probabilities for logits runs without
 * an error and explains another function.
 *
 * What was said wins over what the values look like, with a warning; where nothing was said, a softmax is refused.
 *
 * @param output undefined where nothing was said: logits are meant
 * @param results one `[1, class]` for every picture
 * @throws RangeError where the values cannot be what was said, or look like a softmax of which nothing was said
 */
export function checkOutput(name: string, output: ModelOutput | undefined, results: readonly tf.Tensor2D[]): void {
  const rows = results.map((result) => Array.from(result.dataSync()));
  const values = rows.flat();
  const [lowest, highest] = [min(values)!, max(values)!];
  const sums = rows.map(sum);
  const shares = lowest >= -tolerance && highest <= 1 + tolerance;
  const softmax = shares && sums.every((one) => Math.abs(one - 1) <= tolerance);
  const range = `lie in [${lowest.toPrecision(3)}, ${highest.toPrecision(3)}]`;
  const total = `sum to ${sums.map((one) => one.toPrecision(4)).join(', ')}`;

  if (output === 'probabilities' && !shares)
    throw new RangeError(`output must be 'logits' for ${name}, whose values ${range}, got 'probabilities'`);
  if (output === undefined && softmax)
    throw new RangeError(
      `output must be given for ${name}, whose values are not negative and ${total}: 'probabilities' for a softmax, 'logits' where that is chance`,
    );
  if (output === 'probabilities' && !softmax)
    process.emitWarning(`output of ${name} is 'probabilities', but its values ${total}: each is divided by that sum`);
  if (output === 'logits' && softmax)
    process.emitWarning(
      `output of ${name} is 'logits', but its values are not negative and ${total}, as those of a softmax: another one is made of them`,
    );
  if (output === undefined && lowest >= 0 && highest <= 1 && !softmax)
    process.emitWarning(
      `output of ${name} was not given, and its values ${range} and ${total}: they are taken for logits, and ${competition}; output: 'logits' says that this is meant`,
    );
}
