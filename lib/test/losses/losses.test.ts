import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { mean } from 'lodash';
import { distortion } from '../../src/losses/distortion';
import { sparsity } from '../../src/losses/sparsity';
import { spatialEnergy } from '../../src/losses/spatialEnergy';
import * as tf from '../../src/tensorflow/tf';
import { assertClose } from '../support/tensors';

const unit = fc.float({ min: 0, max: 1, noNaN: true });
const units = fc.array(unit, { minLength: 1, maxLength: 50 });
const value = (scalar: () => tf.Scalar): number => tf.tidy(() => scalar().dataSync()[0]!);

test('the distortion is the mean squared difference of the probabilities', () => {
  fc.assert(
    fc.property(units, unit, (probabilities, original) => {
      const expected = mean(probabilities.map((p) => (p - original) ** 2));
      assertClose([value(() => distortion(tf.tensor1d(probabilities), original))], [expected], 1e-6);
    }),
  );
});

test('the distortion of an unchanged probability is exactly 0', () => {
  fc.assert(fc.property(unit, (p) => value(() => distortion(tf.tensor1d([p, p]), p)) === 0));
});

test('the sparsity is the mean over all entries of all scales, however they are split', () => {
  fc.assert(
    fc.property(units, units, (a, b) => {
      const split = value(() => sparsity([tf.tensor1d(a), tf.tensor1d(b)]));
      assertClose([split], [mean([...a, ...b])], 1e-5);
      assertClose([split], [value(() => sparsity([tf.tensor1d([...a, ...b])]))], 1e-6);
    }),
  );
});

test('the gradient of the sparsity is 1/d for every positive entry and 0 for one that has reached 0', () => {
  const gradient = tf.tidy(() =>
    tf
      .grad((m) => sparsity([m]))(tf.tensor1d([0.2, 1, 0, 0.7]))
      .dataSync(),
  );
  assertClose(gradient, [0.25, 0.25, 0, 0.25], 1e-7); // as PyTorch 2.13 gives it for mean(|m| + 1e-7)
});

test('the spatial energy clamps to [0, 1] before it averages', () => {
  const kept = tf.tensor4d([2, 0.5, -3, 0.5], [1, 2, 2, 1]);
  assert.equal(
    value(() => spatialEnergy(kept)),
    0.5,
  );
});
