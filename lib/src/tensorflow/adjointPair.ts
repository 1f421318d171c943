import * as tf from './tf';

/** A linear operator on tensors. */
export type LinearOperator = (input: tf.Tensor4D) => tf.Tensor4D;

/**
 * Makes two linear operators that are each other's adjoint differentiable: the gradient of one is the other.
 *
 * @returns both, in the same order
 * @example
 * const [double] = adjointPair((x) => x.mul(2), (x) => x.mul(2));
 * tf.grad(double)(tf.ones([1, 1, 1, 1])) // => [[[[2]]]]
 */
export function adjointPair(forward: LinearOperator, adjoint: LinearOperator): [LinearOperator, LinearOperator] {
  const differentiable = (apply: LinearOperator, gradient: LinearOperator): LinearOperator => {
    const operation = tf.customGrad((x) => ({
      value: tf.tidy(() => apply(x as tf.Tensor4D)),
      gradFunc: (dy: tf.Tensor) => gradient(dy as tf.Tensor4D),
    }));
    return (x) => operation(x) as tf.Tensor4D;
  };
  return [differentiable(forward, adjoint), differentiable(adjoint, forward)];
}
