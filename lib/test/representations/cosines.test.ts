import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cosines } from '../../src/representations/cosines';
import * as tf from '../../src/tensorflow/tf';
import { adjointError, reconstructionError, type Transform } from '../support/adjoint';
import { assertClose, assertKeeps, randomTensor, relativeError } from '../support/tensors';

test('a ramp has the coefficients of its closed form, within 1e-6', () => {
  // scipy.fft.dctn([[0, 1, 2, 3]], norm='ortho'), scipy 1.17.1
  const [coefficients] = cosines([1, 4]).analyse(tf.tensor4d([0, 1, 2, 3], [1, 1, 4, 1]));
  assertClose(coefficients!.dataSync(), [3.0, -2.2304425, 0.0, -0.15851267], 1e-6);
});

test('every size reconstructs and has its adjoint', () => {
  const side = fc.integer({ min: 1, max: 64 });
  fc.assert(
    fc.property(side, side, (height, width) => {
      const representation = cosines([height, width]);
      const shape = [2, height, width, 3];
      assert.ok(reconstructionError(representation, shape) <= 1e-6);
      assert.ok(adjointError(representation, shape) <= 1e-4);
      representation.dispose();
    }),
    { numRuns: 40 },
  );
});

test('one coefficient of 1,536 with the wrong sign, or one row off by a hundredth, would be noticed', () => {
  const whole = cosines([32, 48]);
  const shape = [1, 32, 48, 3];
  const broken = (row: number, columns: number, factor: number): Transform => {
    const factors = tf.buffer([1, 1, 32, 48], 'float32', new Float32Array(32 * 48).fill(1));
    for (let column = 0; column < columns; column++) factors.set(factor, 0, 0, row, column);
    return { ...whole, synthesise: ([c]) => whole.synthesise([c!.mul(factors.toTensor())]) };
  };
  for (const wrong of [broken(5, 1, -1), broken(5, 48, 1.01)]) {
    assert.ok(reconstructionError(wrong, shape) > 1e-6);
    assert.ok(adjointError(wrong, shape) > 1e-4);
  }
});

test('the gradient of the synthesis is its adjoint; nothing is left behind', async () => {
  await assertKeeps(0, async () => {
    const representation = cosines([16, 20]);
    const image = randomTensor<tf.Tensor4D>([1, 16, 20, 3], 1);
    const [coefficients] = await assertKeeps(1, () => representation.analyse(image));
    const gradient = tf.grad((c) => representation.synthesise([c]))(coefficients!, image);
    assert.ok(relativeError(gradient, coefficients!) < 1e-6);
    tf.dispose([image, gradient, coefficients!]);
    representation.dispose();
  });
});

test('a shape that is not allowed is refused by name', () => {
  assert.throws(() => cosines([-1, 4]), { message: 'height must be a positive integer, got -1' });
});

test('images of another size are refused by name', () => {
  const other = tf.zeros<tf.Rank.R4>([1, 16, 18, 3]);
  const message = /^RangeError: images must have the shape \[batch, 16, 16, (3|colour)\], got \[1, 16, 18, 3\]$/;
  assert.throws(() => cosines([16, 16]).analyse(other), message);
  assert.throws(() => cosines([16, 16]).synthesiseAdjoint(other), message);
});
