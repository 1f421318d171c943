import * as tf from '../tensorflow/tf';
import { finiteNumbers } from './finiteNumbers';

/**
 * The tensor itself, if all its values are finite. Their sum says so in a fraction of the time: it is not finite where one is not.
 *
 * @param argument what the caller calls it, for the message
 * @throws RangeError that names the argument and the first value that is not finite
 * @example
 * finiteTensor('image', tf.tensor([1, NaN])) // throws: image must be finite numbers, got NaN at position 1
 */
export function finiteTensor<T extends tf.Tensor>(argument: string, tensor: T): T {
  const sum = tf.tidy(() => tensor.sum().dataSync()[0]!);
  if (!Number.isFinite(sum)) finiteNumbers(argument, tensor.dataSync()); // finite numbers may have a sum that overflows
  return tensor;
}
