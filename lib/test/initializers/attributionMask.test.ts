import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attributionMask, type AttributionScaling } from '../../src/initializers/attributionMask';
import { rescale } from '../../src/initializers/minMax';
import { quantileTransform } from '../../src/initializers/quantileTransform';
import * as tf from '../../src/tensorflow/tf';
import { assertKeeps, randomTensor } from '../support/tensors';

const attribution = randomTensor<tf.Tensor4D>([1, 16, 16, 3], 1);
const colours = attribution.dataSync();
/** The largest signed value of every pixel's colours. */
const largest = Float32Array.from({ length: 256 }, (_, i) => Math.max(...colours.slice(3 * i, 3 * i + 3)));

test('the mask is the largest signed value of the colours, min-max scaled or ranked', async () => {
  for (const [scaling, expected] of [
    ['min-max', rescale(largest)],
    ['quantile', quantileTransform(largest)],
  ] as const) {
    const mask = await assertKeeps(1, () => attributionMask(attribution, scaling));
    assert.deepEqual(mask.shape, [1, 16, 16, 1]);
    assert.deepEqual(mask.dataSync(), expected);
    mask.dispose();
  }
  assert.ok(
    largest.some((value) => value < 0),
    'an absolute value would have changed something',
  );
});

test('fewer quantiles interpolate', () => {
  const mask = tf.tidy(() => attributionMask(attribution, 'quantile', 10).dataSync());
  assert.deepEqual(mask, quantileTransform(largest, 10));
  assert.notDeepEqual(mask, quantileTransform(largest));
});

test('what does not fit is refused', () => {
  const run = (scaling: string, bins?: number) => () =>
    attributionMask(attribution, scaling as AttributionScaling, bins);
  assert.throws(run('rank'), /scaling must be one of min-max, quantile, got "rank"/);
  assert.throws(run('quantile', 1), /bins must be an integer of at least 2, got 1/);
});
