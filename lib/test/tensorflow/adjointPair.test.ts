import assert from 'node:assert/strict';
import { test } from 'node:test';
import { adjointPair } from '../../src/tensorflow/adjointPair';
import * as tf from '../../src/tensorflow/tf';
import { assertKeeps, randomTensor, relativeError } from '../support/tensors';

const A = randomTensor<tf.Tensor2D>([3, 5], 1);
const [multiply, transposed] = adjointPair(
  (x: tf.Tensor2D) => tf.matMul<tf.Tensor2D>(A, x),
  (y: tf.Tensor2D) => tf.matMul<tf.Tensor2D>(A, y, true),
);

test('the gradient of either operator is the other, and nothing else is left behind', async () => {
  const [x, y] = [randomTensor<tf.Tensor2D>([5, 2], 2), randomTensor<tf.Tensor2D>([3, 2], 3)];
  const forward = await assertKeeps(1, () => tf.grad((v) => multiply(v as tf.Tensor2D))(x, y));
  assert.ok(relativeError(forward, tf.matMul(A, y, true)) < 1e-6);
  const backward = await assertKeeps(1, () => tf.grad((v) => transposed(v as tf.Tensor2D))(y, x));
  assert.ok(relativeError(backward, tf.matMul(A, x)) < 1e-6);
});

test('the chain rule goes through: ½ ‖A x‖² has the gradient AᵀA x', () => {
  const x = randomTensor<tf.Tensor2D>([5, 2], 4);
  const gradient = tf.grad((v) =>
    multiply(v as tf.Tensor2D)
      .square()
      .sum()
      .div(2),
  )(x);
  assert.ok(relativeError(gradient, tf.matMul(A, tf.matMul(A, x), true)) < 1e-6);
});
