import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { keepLargest } from '../../src/representations/keepLargest';
import { pixels } from '../../src/representations/pixels';
import { wavelets } from '../../src/representations/wavelet/wavelets';
import * as tf from '../../src/tensorflow/tf';
import { toyImage } from '../support/toyClassifier';

describe('keepLargest', () => {
  const batch = toyImage().expandDims<tf.Tensor4D>(0);

  test('keeps the share that is asked for, and nothing smaller than what it hides', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
        const [mask] = keepLargest(pixels, [batch], share);
        const values = mask!.dataSync();
        const brightest = tf.tidy(() => batch.max(3).dataSync());
        const kept = brightest.filter((_, i) => values[i] === 1);
        const hidden = brightest.filter((_, i) => values[i] === 0);
        assert.equal(kept.length + hidden.length, 32 * 32);
        assert.equal(kept.length, Math.round(share * 32 * 32));
        assert.ok(Math.min(...kept) >= Math.max(...hidden));
        mask!.dispose();
      }),
      { seed: 1, numRuns: 30 },
    );
  });

  test('ranks all scales together: of an even picture, only the coarsest wavelets remain', () => {
    const wavelet = wavelets([64, 64], { wavelet: 'db1', levels: 3 });
    const coefficients = wavelet.analyse(tf.ones([1, 64, 64, 3]));
    const masks = keepLargest(wavelet, coefficients, 1 / 64);
    assert.deepEqual(
      masks.map((mask) => mask.mean().dataSync()[0]),
      [1, 0, 0, 0],
    );
    assert.deepEqual(masks[1]!.shape, [1, 3, 8, 8, 1]);
    wavelet.dispose();
  });

  test('leaks nothing', () => {
    const before = tf.memory().numTensors;
    tf.dispose([...keepLargest(pixels, [batch], 0.3)]);
    assert.equal(tf.memory().numTensors, before);
  });

  test('refuses what is no share', () => {
    for (const share of [-0.1, 1.1, NaN])
      assert.throws(
        () => keepLargest(pixels, [batch], share),
        new RangeError(`share must be a number from 0 to 1, got ${share}`),
      );
  });
});
