import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { daubechies } from '../../../src/representations/wavelet/daubechies';
import { waveletLevel, type WaveletLevel } from '../../../src/representations/wavelet/waveletLevel';
import { wavelets } from '../../../src/representations/wavelet/wavelets';
import * as tf from '../../../src/tensorflow/tf';
import fixture from '../../fixtures/wavelets.json';
import { adjointError, innerProduct, reconstructionError, type Transform } from '../../support/adjoint';
import { assertClose, assertKeeps, randomTensor, relativeError } from '../../support/tensors';

type Shape = [height: number, width: number];

/** The image of fixtures/make_wavelets.py. */
function fixtureImage([height, width]: Shape): tf.Tensor4D {
  const value = (y: number, x: number): number =>
    0.5 + 0.3 * Math.sin(0.7 * y + 0.2 * x * x) + 0.2 * Math.cos(1.3 * x - 0.01 * y * y);
  const values = Array.from({ length: height * width }, (_, i) => value(Math.floor(i / width), i % width));
  return tf.tensor4d(values, [1, height, width, 1]);
}

for (const { wavelet, levels, shape, coefficients } of fixture.cases)
  test(`${wavelet} with ${levels} levels of ${shape.join(' × ')} px equals PyWavelets within 1e-5`, () => {
    const scales = wavelets(shape as Shape, { wavelet, levels, colours: 1 }).analyse(fixtureImage(shape as Shape));
    assert.deepEqual(
      scales.map((scale) => scale.shape),
      coefficients.map((expected) => [1, ...expected.shape, 1]),
    );
    scales.forEach((scale, i) => {
      assertClose(scale.dataSync(), coefficients[i]!.values, 1e-5);
    });
  });

const coefficientSizes = { 256: [12, 12, 20, 36, 67, 130], 224: [11, 11, 18, 32, 59, 114] };
for (const [size, expected] of Object.entries(coefficientSizes))
  test(`${size} px split into ${expected.slice(1).reverse().join(', ')}, one group a band`, () => {
    const representation = wavelets([Number(size), Number(size)]);
    const scales = representation.analyse(tf.zeros([1, Number(size), Number(size), 3]));
    assert.deepEqual(
      scales.map((scale) => scale.shape),
      expected.map((side, i) => [1, i ? 3 : 1, side, side, 3]),
    );
    assert.deepEqual(representation.groups, [1, 3, 3, 3, 3, 3]);
  });

for (const shape of [
  [2, 256, 256, 3],
  [1, 224, 224, 3],
  [1, 97, 160, 3],
])
  test(`images ${shape.join(' × ')} come back within an RMS of 1e-6; F⁻¹ and its adjoint agree within 1e-4`, () => {
    const representation = wavelets(shape.slice(1, 3) as Shape);
    assert.ok(reconstructionError(representation, shape) <= 1e-6);
    assert.ok(adjointError(representation, shape) <= 1e-4);
  });

test('a filter with one coefficient off by 2e-5, or an adjoint with one off by a thousandth, would be noticed', () => {
  const h = daubechies('db3');
  const levelOf = (lowpass: number[]) => waveletLevel(lowpass, [64, 48], 3);
  const shape = [1, 64, 48, 3];
  const right = levelOf(h);
  const transform = (analysis: WaveletLevel, adjoint: WaveletLevel): Transform => ({
    analyse: (images) => [analysis.analyse(images)],
    synthesise: ([bands]) => right.synthesise(bands as tf.Tensor4D),
    synthesiseAdjoint: (images) => [adjoint.analyse(images)],
  });
  assert.ok(reconstructionError(transform(right, right), shape) <= 1e-6);
  assert.ok(adjointError(transform(right, right), shape) <= 1e-4);
  // h = 0.0352, -0.0854, -0.135, 0.4599, 0.8069, 0.3327
  for (const tap of [2, 3, 4, 5]) {
    const off = (relative: number): WaveletLevel =>
      levelOf(h.map((value, k) => (k === tap ? value * (1 + relative) : value)));
    assert.ok(reconstructionError(transform(off(2e-5), right), shape) > 1e-6, `tap ${tap}`);
    assert.ok(adjointError(transform(right, off(1e-3)), shape) > 1e-4, `tap ${tap}`);
  }
});

test('every wavelet, number of levels and size reconstructs, preserves the energy and has its adjoint', () => {
  const side = fc.integer({ min: 1, max: 48 });
  fc.assert(
    fc.property(
      fc.record({
        order: fc.integer({ min: 1, max: 10 }),
        levels: fc.integer({ min: 1, max: 6 }),
        height: side,
        width: side,
      }),
      ({ order, levels, height, width }) => {
        const representation = wavelets([height, width], { wavelet: `db${order}`, levels, colours: 2 });
        const shape = [2, height, width, 2];
        assert.ok(reconstructionError(representation, shape) <= 1e-6);
        assert.ok(adjointError(representation, shape) <= 1e-4);
        tf.tidy(() => {
          const x = randomTensor<tf.Tensor4D>(shape, 5);
          const y = representation.analyse(x);
          assert.ok(Math.abs(innerProduct(y, y) / innerProduct([x], [x]) - 1) <= 1e-5);
        });
        representation.dispose();
      },
    ),
    { numRuns: 60 },
  );
});

test('both directions are differentiable: the gradient of one is the other', () => {
  const representation = wavelets([21, 18]);
  const image = randomTensor<tf.Tensor4D>([1, 21, 18, 3], 1);
  const scales = representation.analyse(randomTensor([1, 21, 18, 3], 2)) as tf.Tensor[];
  const gradients = tf.grads((...c) => representation.synthesise(c))(scales, image);
  representation.synthesiseAdjoint(image).forEach((expected, i) => {
    assert.ok(relativeError(gradients[i]!, expected) < 1e-6);
  });
  const detail = scales.at(-1)!;
  const gradient = tf.grad((x) => representation.analyse(x as tf.Tensor4D).at(-1)!)(image, detail);
  const onlyDetail = scales.map((scale) => (scale === detail ? detail : tf.zerosLike(scale)));
  assert.ok(relativeError(gradient, representation.synthesise(onlyDetail)) < 1e-6);
});

test('the noise of a level has the mean and the spread of all its coefficients', () => {
  const representation = wavelets([32, 32], { wavelet: 'db1', levels: 1, colours: 1 });
  const [, detail] = representation.noise([tf.zeros([1, 1, 16, 16, 1]), tf.tensor5d([1, 2, 3, 6], [1, 1, 2, 2, 1])]);
  assertClose(detail!.centre.dataSync(), [3], 1e-6);
  assertClose(detail!.spread.dataSync(), [Math.sqrt(14 / 3)], 1e-6); // (4 + 1 + 0 + 9) / (4 - 1)
});

test('it leaves nothing behind but what it returns', async () => {
  const image = randomTensor<tf.Tensor4D>([2, 20, 31, 3], 1);
  await assertKeeps(0, async () => {
    const representation = wavelets([20, 31]);
    const scales = await assertKeeps(6, () => representation.analyse(image));
    tf.dispose([
      await assertKeeps(1, () => representation.synthesise(scales)),
      ...(await assertKeeps(6, () => representation.synthesiseAdjoint(image))),
      ...(scales as tf.Tensor[]),
    ]);
    representation.dispose();
  });
});

test('what is not allowed is refused by name', () => {
  assert.throws(() => wavelets([0, 16]), { message: 'height must be a positive integer, got 0' });
  assert.throws(() => wavelets([16, 1.5]), { message: 'width must be a positive integer, got 1.5' });
  assert.throws(() => wavelets([16, 16], { levels: 0 }), { message: 'levels must be a positive integer, got 0' });
  assert.throws(() => wavelets([16, 16], { wavelet: 'haar' }), /^RangeError: wavelet must be one of db1, /);
});

test('images of another size are refused by name', () => {
  const other = tf.zeros<tf.Rank.R4>([1, 16, 18, 3]);
  const message = /^RangeError: images must have the shape \[batch, 16, 16, (3|colour)\], got \[1, 16, 18, 3\]$/;
  assert.throws(() => wavelets([16, 16]).analyse(other), message);
  assert.throws(() => wavelets([16, 16]).synthesiseAdjoint(other), message);
});
