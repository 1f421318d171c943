import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classify } from '../../src/models/classify';
import type { Classifier } from '../../src/models/Classifier';
import { integratedGradients } from '../../src/attributions/integratedGradients';
import { noiseBaseline } from '../../src/attributions/noiseBaseline';
import * as tf from '../../src/tensorflow/tf';
import { photograph, realClassifier } from '../support/realClassifier';
import { assertKeeps, randomTensor } from '../support/tensors';
import { toyClassifier, toyImage } from '../support/toyClassifier';
import { assertAgrees, captum, cell } from './captum';

const toy = toyClassifier();
const image = toyImage().expandDims<tf.Tensor4D>(0);
const other = toyImage(32, 4).expandDims<tf.Tensor4D>(0);
const weights = randomTensor<tf.Tensor4D>([1, 32, 32, 3], 9);

/** One class whose logit is Σ wᵢ xᵢⁿ. */
const power = (n: number): Classifier => ({
  ...toy,
  labels: ['only'],
  logits: (images) => tf.tidy(() => images.pow(n).mul(weights).sum([1, 2, 3]).expandDims<tf.Tensor2D>(1)),
});

test("a linear model's attributions are (x - x') w, whatever the number of steps", () => {
  for (const steps of [1, 3, 50])
    tf.tidy(() =>
      assertAgrees(
        integratedGradients(power(1), image, 0, { steps, baseline: other }),
        image.sub(other).mul(weights),
        1e-6,
      ),
    );
});

test('n steps are exact for polynomials of degree 2n, and one step less is not', () => {
  tf.tidy(() => {
    const expected = image.pow(4).sub(other.pow(4)).mul(weights);
    const attributions = (steps: number): tf.Tensor =>
      integratedGradients(power(4), image, 0, { steps, baseline: other });
    assertAgrees(attributions(2), expected, 1e-6);
    assert.throws(() => assertAgrees(attributions(1), expected, 1e-6), /exceeds/);
  });
});

test("on EfficientNet-Lite0 they are captum's, from black and from another image", async () => {
  const classifier = await realClassifier();
  const { expected, images, targets } = await captum();
  tf.tidy(() => {
    const baselines = [tf.zerosLike(images[0]!), images[0]!];
    const attributionsOf = (steps: number): tf.Tensor =>
      tf.concat(
        images.map((x, i) => integratedGradients(classifier, x, targets[i]!, { steps, baseline: baselines[i]! })),
      );
    const everyEleventh = (all: tf.Tensor): tf.Tensor => tf.tensor(all.dataSync().filter((_, i) => i % 11 === 0));
    const attributions = attributionsOf(50);
    const sums = attributions.reshape([2, 224 / cell, cell, 224 / cell, cell, 3]).sum([2, 4]);
    assertAgrees(sums, expected('integrated_cell_sums'), 3e-3);
    assertAgrees(everyEleventh(attributions), expected('integrated_every_11th'), 3e-3);
    const oneLess = everyEleventh(attributionsOf(49));
    assert.throws(() => assertAgrees(oneLess, expected('integrated_every_11th'), 3e-3), /exceeds/, 'one step less');
  });
});

test('on a photograph the attributions of 200 steps sum to φ(x) - φ(x′) to 2 %, from noise; of 50 they need not', async (t) => {
  const classifier = await realClassifier();
  const x = (await photograph()).expandDims<tf.Tensor4D>(0);
  const { target } = classify(classifier, x);
  const difference = tf.tidy(() => {
    const logit = (images: tf.Tensor4D): number => classifier.logits(images).dataSync()[target]!;
    return logit(x) - logit(noiseBaseline(x, [0, 0]));
  });
  assert.ok(difference > 1, `the path leads somewhere: ${difference}`);
  const missed = (steps: number): number =>
    tf.tidy(() => integratedGradients(classifier, x, target, { steps }).sum().dataSync()[0]! / difference - 1);
  const [released, fine] = [missed(50), missed(200)];
  t.diagnostic(
    `the sum misses by ${(100 * released).toFixed(1)} % with 50 steps, ${(100 * fine).toFixed(1)} % with 200`,
  );
  assert.ok(Math.abs(fine) < 2e-2 && Math.abs(released) > 0.25 && Math.abs(released) < 0.36);
});

test('the default baseline is μ + σ u, its draw decided by the key', () => {
  tf.tidy(() => {
    const u = noiseBaseline(image, [1, 2]).sub(image.mean());
    const spread = Math.sqrt((tf.moments(image).variance.dataSync()[0]! * image.size) / (image.size - 1));
    assert.ok(u.min().dataSync()[0]! >= -1e-6 && u.max().dataSync()[0]! <= spread + 1e-6);
    // 3072 draws of U[0, 1): the mean's standard error is 0.0052
    assert.ok(Math.abs(u.mean().dataSync()[0]! / spread - 0.5) < 0.02);
    const by = (options: object): Float32Array =>
      integratedGradients(toy, image, 3, { steps: 2, ...options }).dataSync() as Float32Array;
    assert.deepEqual(by({ key: [1, 2] }), by({ baseline: noiseBaseline(image, [1, 2]) }));
    assert.deepEqual(by({}), by({ key: [0, 0] }));
    assert.notDeepEqual(by({ key: [1, 2] }), by({ key: [1, 3] }));
  });
});

test('at most 16 images go through the network at once, and nothing but the result stays', async () => {
  const sizes: number[] = [];
  const watched: Classifier = {
    ...toy,
    logits: (images) => {
      sizes.push(images.shape[0]);
      return toy.logits(images);
    },
  };
  (await assertKeeps(1, () => integratedGradients(watched, image, 3))).dispose();
  assert.deepEqual(sizes, [16, 16, 16, 2]);
});

test('what does not fit is refused', () => {
  const run = (x: tf.Tensor4D, target: number, options: object): (() => unknown) => {
    return () => tf.tidy(() => integratedGradients(toy, x, target, options));
  };
  tf.tidy(() => {
    assert.throws(run(image, 3, { steps: 0 }), /steps must be a positive integer, got 0/);
    assert.throws(run(image, 10, {}), /target must be an integer from 0 to 9, got 10/);
    assert.throws(
      run(image.tile([2, 1, 1, 1]), 3, {}),
      /image must have the shape \[1, height, width, 3\], got \[2, 32/,
    );
    assert.throws(
      run(tf.zeros([1, 8, 8, 3]), 3, {}),
      /image must have the shape \[32, 32, 3\] of toy, got \[8, 8, 3\]/,
    );
    assert.throws(run(image.mul(255), 3, {}), /image must lie in \[0, 1\]/);
    assert.throws(run(image, 3, { baseline: tf.zeros([1, 8, 8, 3]) }), /baseline must have the shape \[1, 32, 32, 3\]/);
  });
});
