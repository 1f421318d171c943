import * as tf from './tf';

/**
 * Makes two linear operators that are each other's adjoint differentiable: the gradient of one is the other.
 *
 * @returns both, in the same order
 * @example
 * const [total] = adjointPair((x: tf.Tensor) => x.sum(), (y: tf.Tensor) => y.mul(tf.ones([2])));
 * tf.grad(total)(tf.zeros([2])) // => [1, 1]
 */
export function adjointPair<X extends tf.Tensor, Y extends tf.Tensor>(
  forward: (x: X) => Y,
  adjoint: (y: Y) => X,
): [typeof forward, typeof adjoint] {
  return [differentiable(forward, adjoint), differentiable(adjoint, forward)];
}

function differentiable<X extends tf.Tensor, Y extends tf.Tensor>(apply: (x: X) => Y, gradient: (y: Y) => X) {
  const operation = tf.customGrad((x) => ({
    value: apply(x as X),
    gradFunc: (dy: tf.Tensor) => tf.tidy(() => gradient(dy as Y)),
  }));
  return (x: X): Y => operation(x) as Y;
}
