import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inputGradient } from '../../src/attributions/inputGradient';
import { saliency } from '../../src/attributions/saliency';
import { pixels } from '../../src/representations/pixels';
import * as tf from '../../src/tensorflow/tf';
import { assertKeeps, randomTensor } from '../support/tensors';
import { toyClassifier, toyImage } from '../support/toyClassifier';

const classifier = toyClassifier();
const image = toyImage().expandDims<tf.Tensor4D>(0);
const target = 3;

const logit = (x: tf.Tensor4D): number => tf.tidy(() => classifier.logits(x).dataSync()[target]!);

test('the input gradient is that of one logit, by central differences in 20 random directions', async () => {
  const gradient = await assertKeeps(1, () => inputGradient(classifier, image, target));
  const step = 1e-2;
  const errors = Array.from({ length: 20 }, (_, seed) =>
    tf.tidy(() => {
      const direction = randomTensor<tf.Tensor4D>(image.shape, 100 + seed);
      const difference = (logit(image.add(direction.mul(step))) - logit(image.sub(direction.mul(step)))) / (2 * step);
      const exact = gradient.mul(direction).sum().dataSync()[0]!;
      return Math.abs(difference - exact) / Math.abs(exact);
    }),
  ).sort((a, b) => a - b);
  assert.ok(errors[10]! < 1e-2, `median relative error ${errors[10]}`);
  assert.ok(errors[10]! > 0, 'a difference quotient is never exact');
});

test('the saliency of the pixels is the largest absolute gradient of their colours', async () => {
  const [map] = await assertKeeps(1, () => saliency(classifier, pixels, image, target));
  const gradient = inputGradient(classifier, image, target).dataSync();
  const expected = Float32Array.from({ length: 32 * 32 }, (_, i) =>
    Math.max(...[0, 1, 2].map((colour) => Math.abs(gradient[3 * i + colour]!))),
  );
  assert.deepEqual(map!.shape, [1, 32, 32, 1]);
  assert.deepEqual(map!.dataSync(), expected);
});
