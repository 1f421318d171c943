import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { range } from 'lodash';
import type { Classifier } from '../../src/models/Classifier';
import { efficientNetLite } from '../../src/models/efficientNetLite';
import { loadClassifier } from '../../src/models/loadClassifier';
import { inputGradient } from '../../src/attributions/inputGradient';
import { readSafetensors, type Safetensors } from '../../src/files/tensors/safetensors';
import { projectPath } from '../../src/project';
import { randomKey } from '../../src/random/key';
import { uniform } from '../../src/random/uniform';
import * as tf from '../../src/tensorflow/tf';
import { enlarge } from '../support/enlarge';
import { assertKeeps } from '../support/tensors';
import { fixturePath } from '../support/fixturePath';

/** What PyTorch computes in float64 (make_efficientnet_lite0.py). */
const fixture = fixturePath('efficientnet_lite0.safetensors');
const cell = 8;
const every = 11;

let classifier: Classifier;
/** The same network with the weight of one of the 144 channels of a batch norm off by a tenth. */
let wrong: Classifier;
let expected: Safetensors['tensors'];
let images: tf.Tensor4D;

before(async () => {
  classifier = await loadClassifier('efficientnet-lite0');
  const { tensors } = await readSafetensors(projectPath('data', 'models', 'efficientnet-lite0.safetensors'));
  const norm = tensors['_blocks.1._bn1.weight']!;
  const data = Float32Array.from(norm.data as Float32Array, (value, channel) => (channel === 7 ? 1.1 * value : value));
  wrong = efficientNetLite({ ...tensors, '_blocks.1._bn1.weight': { ...norm, data } });
  expected = (await readSafetensors(fixture)).tensors;
  const bytes = Uint8Array.from(expected.cells!.data as Uint8Array);
  images = tf.tidy(() => enlarge(tf.tensor(bytes, [...expected.cells!.shape], 'int32'), cell).div<tf.Tensor4D>(255));
});

after(() => {
  images.dispose();
  classifier.dispose();
  wrong.dispose();
});

const floats = (name: string): Float32Array => expected[name]!.data as Float32Array;

const norm = (a: Float32Array): number => Math.sqrt(a.reduce((sum, value) => sum + value * value, 0));

/** ‖a - b‖ / ‖b‖ and max|a - b| / max|b| of arrays. */
const relativeL2 = (a: ArrayLike<number>, b: Float32Array): number =>
  norm(b.map((value, i) => a[i]! - value)) / norm(b);
const relativeMax = (a: ArrayLike<number>, b: Float32Array): number =>
  b.reduce((most, value, i) => Math.max(most, Math.abs(a[i]! - value)), 0) /
  b.reduce((most, v) => Math.max(most, Math.abs(v)), 0);

/** Asserts that an error is within its tolerance. */
function within(
  error: (actual: ArrayLike<number>, expected: Float32Array) => number,
  actual: ArrayLike<number>,
  reference: Float32Array,
  tolerance: number,
): void {
  const measured = error(actual, reference);
  assert.ok(measured <= tolerance, `relative error ${measured} exceeds ${tolerance}`);
}

const targets = (): Int32Array => expected.target!.data as Int32Array;
const firstImage = (): tf.Tensor4D => images.slice([0], [1]);

/** The gradient of each image's own target logit. */
const ownGradients = (network = classifier): tf.Tensor4D =>
  tf.tidy(() => tf.concat([...targets()].map((target, i) => inputGradient(network, images.slice([i], [1]), target))));

test("logits are PyTorch's", () => {
  const logits = tf.tidy(() => classifier.logits(images).dataSync());
  within(relativeMax, logits, floats('logits'), 1e-4);
});

test("input gradients are PyTorch's, at every eleventh element and summed over cells of 8 x 8", () => {
  const [sampled, sums] = tf.tidy(() => {
    const gradients = ownGradients();
    const [count, height, width] = gradients.shape;
    const cells = gradients.reshape([count, height / cell, cell, width / cell, cell, 3]).sum([2, 4]);
    return [gradients.dataSync().filter((_, i) => i % every === 0), cells.dataSync()];
  });
  within(relativeL2, sampled, floats('gradient_every_11th'), 1e-3);
  within(relativeL2, sums, floats('gradient_cell_sums'), 1e-3);
});

test('one weight of 144 off by a tenth would be noticed, in the logits and in the gradients', () => {
  tf.tidy(() => {
    const logits = wrong.logits(images).dataSync();
    assert.throws(() => within(relativeMax, logits, floats('logits'), 1e-4), /exceeds/);
    const sampled = ownGradients(wrong)
      .dataSync()
      .filter((_, i) => i % every === 0);
    assert.throws(() => within(relativeL2, sampled, floats('gradient_every_11th'), 1e-3), /exceeds/);
  });
});

test('gradients agree with central differences in 20 random directions', () => {
  // The network is piecewise linear with kinks everywhere: a step small enough to meet none drowns in float32 rounding. So one
  // central difference is taken as the mean of `parts` shorter ones, whose shared end points cancel:
  // (f(x + h v) - f(x - h v)) / 2h = mean_k of the difference over part k, and each is compared with the gradient at its middle.
  const [step, parts, directions] = [1e-3, 16, 20];
  const [, rows, columns] = expected.cells!.shape as [number, number, number];
  const middles = Array.from({ length: parts }, (_, k) => step * ((2 * k + 1) / parts - 1));
  const target = targets()[0]!;
  const along = (image: tf.Tensor4D, v: tf.Tensor, steps: number[]): tf.Tensor4D =>
    image.add(v.mul(tf.tensor(steps, [steps.length, 1, 1, 1])));

  const ratio = (network: Classifier, i: number): number =>
    tf.tidy(() => {
      const image = firstImage();
      const v = enlarge(uniform([1, rows, columns, 3], randomKey('direction', i)).sub(0.5), cell);
      const ends = classifier
        .logits(along(image, v, [step, -step]))
        .slice([0, target], [2, 1])
        .dataSync();
      const derivatives = inputGradient(network, along(image, v, middles), target)
        .mul(v)
        .sum([1, 2, 3]);
      return derivatives.mean().dataSync()[0]! / ((ends[0]! - ends[1]!) / (2 * step));
    });
  const medianError = (network: Classifier, count: number): number =>
    range(count)
      .map((i) => Math.abs(ratio(network, i) - 1))
      .sort((a, b) => a - b)[Math.floor(count / 2)]!;
  const error = medianError(classifier, directions);
  assert.ok(error <= 1e-2, `median relative error ${error}`);
  assert.ok(medianError(wrong, 5) > 1e-2, 'the gradient of a network with a wrong weight would be noticed');
});

test('the gradient of one image does not depend on the others in its batch', () => {
  tf.tidy(() => {
    const alone = inputGradient(classifier, firstImage(), 5);
    const together = inputGradient(classifier, images, 5).slice([0], [1]);
    within(relativeL2, together.dataSync(), alone.dataSync() as Float32Array, 1e-3);
  });
});

test('a step leaves no tensor behind but its result, and dispose frees the network', async () => {
  await assertKeeps(0, async () => {
    const network = await loadClassifier('efficientnet-lite0');
    const logits = await assertKeeps(1, () => network.logits(images));
    const gradient = await assertKeeps(1, () => inputGradient(network, images, 3));
    tf.dispose([logits, gradient]);
    network.dispose();
  });
});

test('images of another size are refused', () => {
  tf.tidy(() => {
    const small = tf.zeros<tf.Rank.R4>([1, 32, 32, 3]);
    assert.throws(() => classifier.logits(small), /images must have shape \[batch,224,224,3\], got \[1,32,32,3\]/);
  });
});
