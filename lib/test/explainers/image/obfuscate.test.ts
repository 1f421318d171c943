import assert from 'node:assert/strict';
import { test } from 'node:test';
import { methods } from '../../../src/explainers/image/methods';
import { obfuscate } from '../../../src/explainers/image/obfuscate';
import { obfuscateClamped } from '../../../src/explainers/image/obfuscateClamped';
import { drawNoise } from '../../../src/representations/noise/drawNoise';
import { maskShape } from '../../../src/representations/maskShape';
import { pixels } from '../../../src/representations/pixels';
import type { Representation } from '../../../src/representations/Representation';
import { wavelets } from '../../../src/representations/wavelet/wavelets';
import * as tf from '../../../src/tensorflow/tf';
import { assertKeeps, randomTensor, relativeError } from '../../support/tensors';
import { toyImage } from '../../support/toyClassifier';

const image = toyImage().expandDims<tf.Tensor4D>(0);
const mask = randomTensor([1, 32, 32, 1], 7).sigmoid();
const noise = pixels.noise([image]);
const key = [1, 2] as const;
const dropped = tf.zeros([1, 32, 32, 1]);

/** Pixels whose colours share the noise. */
const grey: Representation = { ...pixels, sharedNoise: true };

/** What noise puts in the place of the removed pixels: nothing is kept. */
const replace = (m: tf.Tensor, representation = pixels, samples = 8): tf.Tensor4D =>
  tf.tidy(() => obfuscate(representation, tf.zerosLike(image), [m], noise, samples, key));

test('the noise lies in [μ - σ, μ + σ] of the image, with its mean and spread', async () => {
  const drawn = await assertKeeps(1, () => replace(dropped));
  const { mean, variance } = tf.moments(image);
  const [mu, sigma] = [mean.dataSync()[0]!, Math.sqrt(variance.dataSync()[0]!)];
  const values = drawn.dataSync();
  assert.ok(values.every((n) => Math.abs(n - mu) <= sigma * 1.001));
  const spread = tf.moments(drawn).variance.sqrt().dataSync()[0]!;
  assert.ok(Math.abs(spread - sigma / Math.sqrt(3)) < 0.01 * sigma, 'a uniform distribution has σ/√3');
});

test('it is (1 - m) times the noise: nothing where the mask is 1, linear in between', () => {
  assert.ok(
    replace(tf.ones([1, 32, 32, 1]))
      .dataSync()
      .every((value) => value === 0),
  );
  const half = replace(tf.fill([1, 32, 32, 1], 0.5)).mul(2);
  assert.ok(relativeError(half, replace(dropped)) < 1e-6);
});

test('the samples differ from each other', () => {
  const samples = tf.unstack(replace(dropped, grey));
  assert.equal(new Set(samples.map((sample) => sample.dataSync().join())).size, 8);
});

for (const [name, representation] of Object.entries({ pixels, grey }))
  test(`the gradient of ${name} passes the dot test with independent random vectors`, async () => {
    // replace(m) = r₀ - A m is affine: ⟨g, A v⟩ = ⟨Aᵀ g, v⟩ with -Aᵀ g its gradient
    const v = randomTensor([1, 32, 32, 1], 8);
    const g = randomTensor(replace(mask, representation).shape, 9);
    const forward = tf.tidy(() =>
      replace(mask, representation)
        .sub(replace(mask.add(v), representation))
        .mul(g)
        .sum(),
    );
    const gradient = await assertKeeps(1, () => tf.grad((m) => replace(m, representation))(mask, g));
    const backward = tf.tidy(() => gradient.mul(v).sum().neg());
    const [a, b] = [forward.dataSync()[0]!, backward.dataSync()[0]!];
    assert.ok(Math.abs(a - b) < 1e-4 * Math.abs(b), `${a} against ${b}`);
  });

test('colours that share the noise are replaced by the same grey, others each by its own', () => {
  const [red, green] = tf.unstack(replace(dropped, grey), 3).map((colour) => colour.dataSync());
  assert.deepEqual(red, green);
  const [own, other] = tf.unstack(replace(dropped), 3).map((colour) => colour.dataSync());
  assert.notDeepEqual(own, other);
});

test('with clamped coefficients the noise is the same, on every representation and scale', () => {
  // centre 1/2 and spread 1/8 keep the mixture inside [0, 1], where clamping changes nothing
  for (const method of methods) {
    const representation = method.representation([64, 64]);
    const coefficients = representation.analyse(tf.zeros([1, 64, 64, 3]));
    const model = coefficients.map((y) => {
      const shape = y.shape.map(() => 1);
      return { centre: tf.fill(shape, 0.5), spread: tf.fill(shape, 0.125) };
    });
    const half = coefficients.map((y) => tf.fill(maskShape(representation, y), 0.5));
    const kept = representation.synthesise(coefficients.map((y, i) => y.mul(half[i]!)));
    const free = obfuscate(representation, kept, half, model, 3, key);
    const clamped = obfuscateClamped(representation, coefficients, half, model, 3, key);
    assert.ok(relativeError(free, clamped) < 1e-5, method.name);
  }
});

test('where a coefficient lies exactly on 0 or on 1, the clamp still lets the gradient pass; beyond, it does not', () => {
  const y = [-1.5, -1, 1, 2, 3];
  const n = [1, 1, 0, 0, 0];
  // (y + n) / 2 = -1/4, 0, 1/2, 1, 3/2 for m = 1/2; where it passes, ∂x̃/∂m = y - n in each of three colours
  const expected = [0, 3 * -2, 3 * 1, 3 * 2, 0];
  const row = (values: number[]): tf.Tensor4D => tf.tensor4d(values, [1, 1, 5, 1]);
  const coefficients = [row(y).tile([1, 1, 1, 3])];
  const model = [{ centre: row(n), spread: tf.scalar(0) }];
  const gradient = tf.grad((m) => obfuscateClamped(pixels, coefficients, [m], model, 1, key))(
    tf.fill([1, 1, 5, 1], 0.5),
  );
  assert.deepEqual([...gradient.dataSync()], expected);
});

test('every scale and every sample has noise of its own', () => {
  const representation = wavelets([64, 64]);
  const shapes = representation.analyse(tf.zeros([1, 64, 64, 3])).map((y) => maskShape(representation, y));
  const firsts = [0, 1, 2].flatMap((sample) =>
    drawNoise(representation, shapes, sample, key).map((scale) => scale.dataSync()[0]!),
  );
  assert.equal(new Set(firsts).size, 3 * shapes.length);
});
