import type * as tf from './tf';

/**
 * Sums a tensor over the axes on which the given shape of the same rank has size 1: the adjoint of broadcasting to it.
 *
 * @example
 * sumTo(tf.ones([2, 3]), [1, 3]) // => [[2, 2, 2]]
 */
export function sumTo(tensor: tf.Tensor, shape: readonly number[]): tf.Tensor {
  const axes = shape.flatMap((size, axis) => (size === 1 && tensor.shape[axis] !== 1 ? [axis] : []));
  return axes.length > 0 ? tensor.sum(axes, true) : tensor;
}
