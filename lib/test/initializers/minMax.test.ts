import assert from 'node:assert/strict';
import { test } from 'node:test';
import { minMax, rescale, sqrtMinMax } from '../../src/initializers/minMax';
import { pixels } from '../../src/representations/pixels';
import * as tf from '../../src/tensorflow/tf';
import { assertClose } from '../support/tensors';
import { toyClassifier } from '../support/toyClassifier';

test('the smallest value becomes 0, the largest 1, and what lies between keeps its place', () => {
  assert.deepEqual(rescale(Float32Array.of(1, 2, 5)), Float32Array.of(0, 0.25, 1));
  assert.deepEqual(rescale(Float32Array.of(-3, 1, -1)), Float32Array.of(0, 1, 0.5));
});

test('values that are all equal become 0, and none are refused', () => {
  assert.deepEqual(rescale(Float32Array.of(4, 4)), Float32Array.of(0, 0));
  assert.throws(() => rescale(new Float32Array(0)), { message: 'values must hold at least one number, got none' });
});

test('the masks are the scaled saliency and its scaled root', () => {
  // the logit of the one class is Σ wᵢ xᵢ over pixels and colours: its gradient is w in each colour
  const w = [0, 1, -4, 9];
  const weights = tf.tensor4d(w, [1, 2, 2, 1]);
  const classifier = {
    ...toyClassifier(2),
    inputShape: [2, 2, 3] as const,
    labels: ['only'],
    logits: (images: tf.Tensor4D): tf.Tensor2D =>
      tf.tidy(() => images.mul(weights).sum([1, 2, 3]).expandDims<tf.Tensor2D>(1)),
  };
  const image = tf.ones<tf.Rank.R4>([1, 2, 2, 3]);
  const mask = (initializer: typeof minMax): Float32Array => {
    const [scale] = initializer.initialise({
      classifier,
      representation: pixels,
      image,
      shapes: [[1, 2, 2, 1]],
      target: 0,
      key: [1, 2],
      options: { bins: 'all', quantileSample: 'all' },
    });
    return scale!.dataSync() as Float32Array;
  };
  assertClose(mask(minMax), [0, 1 / 9, 4 / 9, 1], 1e-6);
  assertClose(mask(sqrtMinMax), [0, 1 / 3, 2 / 3, 1], 1e-6);
  assert.deepEqual([minMax.name, sqrtMinMax.name], ['min-max', 'sqrt-min-max']);
});
