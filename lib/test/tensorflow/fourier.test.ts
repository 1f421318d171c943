import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asComplex, asReal, fourier2d, inverseFourier2d } from '../../src/tensorflow/fourier';
import * as tf from '../../src/tensorflow/tf';
import { innerProduct } from '../support/adjoint';
import { assertClose, assertKeeps, randomTensor, relativeError } from '../support/tensors';

test('the transform is the sum over e^(-2πi(uy/H + vx/W)), for sizes that are no powers of 2', () => {
  const [H, W] = [6, 5];
  const x = randomTensor([H, W, 2], 1);
  const values = x.dataSync();
  const expected: number[] = [];
  for (let u = 0; u < H; u++)
    for (let v = 0; v < W; v++) {
      let [re, im] = [0, 0];
      for (let y = 0; y < H; y++)
        for (let k = 0; k < W; k++) {
          const [a, b] = [values[2 * (y * W + k)]!, values[2 * (y * W + k) + 1]!];
          const angle = -2 * Math.PI * ((u * y) / H + (v * k) / W);
          re += a * Math.cos(angle) - b * Math.sin(angle);
          im += a * Math.sin(angle) + b * Math.cos(angle);
        }
      expected.push(re, im);
    }
  assertClose(asReal(fourier2d(asComplex(x))).dataSync(), expected, 1e-5);
});

test('a batch comes back, and H W times the inverse is the adjoint', () => {
  const [x, y] = [randomTensor([3, 8, 12, 2], 1), randomTensor([3, 8, 12, 2], 2)];
  assert.ok(relativeError(asReal(inverseFourier2d(fourier2d(asComplex(x)))), x) < 1e-6);
  const forward = innerProduct([asReal(fourier2d(asComplex(x)))], [y]);
  const backward = 96 * innerProduct([x], [asReal(inverseFourier2d(asComplex(y)))]);
  assert.ok(Math.abs(forward - backward) < 1e-4 * Math.abs(forward));
});

test('viewing keeps the numbers in their order and leaves nothing behind', async () => {
  const x = tf.tensor2d([1, 2, 3, 4], [2, 2]);
  const z = await assertKeeps(1, () => asComplex(x));
  assert.deepEqual([z.dtype, z.shape], ['complex64', [2]]);
  const back = await assertKeeps(1, () => asReal(z));
  assert.deepEqual(Array.from(back.dataSync()), [1, 2, 3, 4]);
  tf.dispose([z, back]);
});
