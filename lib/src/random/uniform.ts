import { rawOp } from '../tensorflow/rawOp';
import * as tf from '../tensorflow/tf';
import { checkKey, type RandomKey } from './key';

/**
 * Independent U[0, 1) numbers of the given shape. The key alone decides them (TensorFlow's counter-based Philox generator):
 * nothing is remembered between calls, and the number of threads does not matter.
 *
 * @throws RangeError where the key is not two integers
 * @example
 * uniform([2], [1, 2]).arraySync() // => [0.8440604, 0.1920453]
 */
export function uniform<R extends tf.Rank>(shape: tf.ShapeMap[R], key: RandomKey): tf.Tensor<R> {
  checkKey(key);
  return tf.tidy(
    () =>
      rawOp('StatelessRandomUniform', [tf.tensor1d(shape, 'int32'), tf.tensor1d([...key], 'int32')], {
        dtype: { type: 'float32' },
        T: { type: 'int32' },
        Tseed: { type: 'int32' },
      }) as tf.Tensor<R>,
  );
}
