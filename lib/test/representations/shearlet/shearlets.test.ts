import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { sumBy } from 'lodash';
import { FilterBank } from '../../../src/representations/shearlet/FilterBank';
import { shearletSystem } from '../../../src/representations/shearlet/shearletSystem';
import { shearlets } from '../../../src/representations/shearlet/shearlets';
import { synthesiseNoise } from '../../../src/representations/noise/synthesiseNoise';
import * as tf from '../../../src/tensorflow/tf';
import { adjointError, innerProduct, reconstructionError, type Transform } from '../../support/adjoint';
import { needsShared, sharedPath } from '../../support/shared';
import { assertClose, assertKeeps, randomTensor, relativeError } from '../../support/tensors';

interface Oracle {
  readonly coefficient_rms: number[];
  readonly coefficient_at_100_37: number[];
}

/** The image that the reference coefficients belong to; its formula stands in shearlets.json. */
function oracleImage(N: number): tf.Tensor4D {
  const value = (i: number, j: number): number =>
    0.5 +
    0.25 * Math.sin((2 * Math.PI * (3 * i + 5 * j)) / N) +
    (Math.hypot(i - N / 2.3, j - N / 1.9) < N / 4 ? 0.2 * Math.cos((2 * Math.PI * (17 * i - 9 * j)) / N) : 0) +
    0.05 * Math.sign(Math.sin((2 * Math.PI * (40 * i + 11 * j)) / N));
  const values = Array.from({ length: N * N }, (_, index) => value(Math.floor(index / N), index % N));
  return tf.tensor4d(values, [1, N, N, 1]);
}

test(
  'the 49 coefficients at 256 px equal the reference within 1e-4: their RMS and their values at row 100, column 37',
  needsShared,
  () => {
    const oracle = JSON.parse(readFileSync(sharedPath('oracle', 'shearlet_256_4', 'shearlets.json'), 'utf8')) as Oracle;
    const [coefficients] = shearlets([256, 256]).analyse(oracleImage(256));
    const planes = tf.unstack(coefficients!.squeeze<tf.Tensor3D>([0, 1])).map((plane) => plane.dataSync());
    const rms = planes.map((plane) => Math.sqrt(sumBy(plane, (c) => c * c) / plane.length));
    assertClose(rms, oracle.coefficient_rms, 1e-4);
    assertClose(
      planes.map((plane) => plane[100 * 256 + 37]!),
      oracle.coefficient_at_100_37,
      1e-4,
    );
  },
);

for (const [size, scales, count] of [
  [64, 3, 33],
  [90, 2, 17],
  [224, 3, 33],
  [256, 4, 49],
] as const)
  test(`${size} px: ${count} shearlets, which reconstruct within an RMS of 1e-5; F⁻¹ and its adjoint agree within 1e-4`, () => {
    const representation = shearlets([size, size], { scales });
    assert.deepEqual(representation.groups, [count]);
    const shape = [2, size, size, 3];
    assert.ok(reconstructionError(representation, shape) <= 1e-5);
    assert.ok(adjointError(representation, shape) <= 1e-4);
    representation.dispose();
  });

test('one response with its sign flipped, or off by a hundredth, would be noticed', () => {
  const { responses, index } = shearletSystem(64, 3);
  const ψ = tf.tensor3d(responses, [index.length, 64, 64]);
  const weighted = ψ.div<tf.Tensor3D>(ψ.square().sum(0, true));
  const [frame, dual] = [new FilterBank(ψ), new FilterBank(weighted)];
  const shape = [1, 64, 64, 3];
  const transform = (synthesis: FilterBank): Transform => ({
    analyse: (images) => [frame.apply(images)],
    synthesise: ([c]) => synthesis.applyAdjoint(c as tf.Tensor5D),
    synthesiseAdjoint: (images) => [dual.apply(images)],
  });
  assert.ok(reconstructionError(transform(dual), shape) <= 1e-5);
  assert.ok(adjointError(transform(dual), shape) <= 1e-4);
  for (const factor of [-1, 1.01])
    for (const shearlet of [2, 19, 32]) {
      const factors = tf.tensor3d(index.map((_, k) => (k === shearlet ? factor : 1)), [index.length, 1, 1]); // prettier-ignore
      const broken = transform(new FilterBank(weighted.mul(factors)));
      assert.ok(reconstructionError(broken, shape) > 1e-5, `shearlet ${shearlet} times ${factor}`);
      assert.ok(adjointError(broken, shape) > 1e-4, `shearlet ${shearlet} times ${factor}`);
    }
});

const representation = shearlets([64, 64]);
const image = randomTensor<tf.Tensor4D>([2, 64, 64, 3], 1).sigmoid<tf.Tensor4D>();

test('coefficients and images keep their places: batch, colour, shearlet, height, width', () => {
  const [all] = representation.analyse(image);
  assert.deepEqual(all!.shape, [2, 3, 33, 64, 64]);
  const [one] = representation.analyse(image.slice([1, 0, 0, 2], [1, 64, 64, 1]));
  assert.ok(relativeError(all!.slice([1, 2], [1, 1]), one!) < 1e-6);
});

test('coefficients clamped to [0, 1], as the released code clamps them, no longer give the image', () => {
  const clamped = representation.synthesise(representation.analyse(image).map((c) => c.clipByValue(0, 1)));
  assert.ok(clamped.sub(image).abs().mean().dataSync()[0]! > 0.01);
});

test('the gradient of the synthesis is its adjoint', () => {
  const c = randomTensor([2, 3, 33, 64, 64], 2);
  const gradient = tf.grad((x) => representation.synthesise([x]))(c, image);
  assert.ok(relativeError(gradient, representation.synthesiseAdjoint(image)[0]!) < 1e-6);
});

const weights = randomTensor([1, 1, 33, 64, 64], 3);
const key = [1, 2] as const;
const synthesised = (w: tf.Tensor, samples = 5): tf.Tensor4D => synthesiseNoise(representation, [w], samples, key);

test('synthesised noise is F⁻¹(w ⊙ u) with u from U[0, 1) for every shearlet', () => {
  // one sample: the gradient is u ⊙ (F⁻¹)ᵀ g, which tells u
  const g = randomTensor<tf.Tensor4D>([1, 64, 64, 1], 5);
  const u = tf
    .grad((w) => synthesised(w, 1))(weights, g)
    .div(representation.synthesiseAdjoint(g)[0]!);
  assert.ok(relativeError(representation.synthesise([weights.mul(u)]), synthesised(weights, 1)) < 1e-4);
  const { mean, variance } = tf.moments(u, [0, 1, 3, 4]);
  assertClose(mean.dataSync(), Array<number>(33).fill(0.5), 0.03);
  assertClose(variance.dataSync(), Array<number>(33).fill(1 / 12), 0.01);
  assertClose([u.min().dataSync()[0]!, u.max().dataSync()[0]!], [0, 1], 1e-3);
});

test('synthesised noise is linear in the weights, and its samples differ', () => {
  const other = randomTensor(weights.shape, 4);
  const sum = synthesised(weights).add(synthesised(other).mul(2));
  assert.ok(relativeError(synthesised(weights.add(other.mul(2))), sum) < 1e-5);
  const samples = tf.unstack(synthesised(weights));
  assert.equal(new Set(samples.map((sample) => sample.dataSync().join())).size, 5);
});

test('the gradient of synthesised noise passes the dot test within 1e-4', () => {
  const g = randomTensor<tf.Tensor4D>([5, 64, 64, 1], 5);
  const v = randomTensor(weights.shape, 6);
  const forward = innerProduct([synthesised(v)], [g]);
  const noticed = (draw: typeof synthesised): boolean =>
    Math.abs(forward - innerProduct([v], [tf.grad(draw)(weights, g)])) > 1e-4 * Math.abs(forward);
  assert.ok(!noticed(synthesised));
  assert.ok(
    noticed((w) => synthesiseNoise(representation, [w], 5, [1, 3])),
    'the noise of another key',
  );
});

test('the noise of a shearlet has the mean and the spread of the greyscale coefficients', () => {
  const c = randomTensor<tf.Tensor5D>([1, 3, 33, 64, 64], 7);
  const [noise] = representation.noise([c]);
  assert.deepEqual(noise!.centre.shape, [1, 1, 33, 1, 1]);
  const [red, green, blue] = [0, 1, 2].map((colour) => c.slice([0, colour, 20], [1, 1, 1]).dataSync());
  const grey = Array.from(red!, (r, i) => 0.299 * r + 0.587 * green![i]! + 0.114 * blue![i]!);
  const mean = sumBy(grey) / grey.length;
  const spread = Math.sqrt(sumBy(grey, (value) => (value - mean) ** 2) / (grey.length - 1));
  assertClose([noise!.centre.dataSync()[20]!, noise!.spread.dataSync()[20]!], [mean, spread], 1e-5);
});

test('it leaves nothing behind but what it returns', async () => {
  await assertKeeps(0, async () => {
    const own = shearlets([64, 64]);
    const scales = await assertKeeps(1, () => own.analyse(image));
    tf.dispose([
      await assertKeeps(1, () => own.synthesise(scales)),
      ...(await assertKeeps(1, () => own.synthesiseAdjoint(image))),
      await assertKeeps(1, () => own.synthesiseNoise!([weights], 3, key)),
      await assertKeeps(1, () => tf.grad((w) => own.synthesiseNoise!([w], 3, key))(weights)),
      ...(scales as tf.Tensor[]),
    ]);
    own.dispose();
  });
});

test('shapes that are not square, even and at least 64 px are refused by name', () => {
  assert.throws(() => shearlets([64, 66]), { name: 'RangeError', message: 'shape must be square, got 64 × 66' });
  assert.throws(() => shearlets([65, 65]), { message: 'size must be an even number from 64, got 65' });
});

test('images of another size are refused by name', () => {
  const other = tf.zeros<tf.Rank.R4>([1, 64, 66, 3]);
  const message = /^RangeError: images must have the shape \[batch, 64, 64, (3|colour)\], got \[1, 64, 66, 3\]$/;
  assert.throws(() => shearlets([64, 64]).analyse(other), message);
  assert.throws(() => shearlets([64, 64]).synthesiseAdjoint(other), message);
});
