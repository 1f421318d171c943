import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkImage } from '../../src/models/checkImage';
import { checkProbability } from '../../src/models/checkProbability';
import * as tf from '../../src/tensorflow/tf';
import { toyClassifier } from '../support/toyClassifier';

const classifier = toyClassifier(2);

test('an image lies in [0, 1] but for the rounding of float32, and has the shape of the classifier', () => {
  const check = (value: number) => (): void => {
    checkImage(tf.fill([2, 2, 3], value), classifier);
  };
  for (const value of [0, 1, -5e-7, 1 + 5e-7]) check(value)();
  for (const value of [-0.4, 1.4, -2e-6, 1 + 2e-6, 255, NaN, -Infinity])
    assert.throws(check(value), {
      name: 'RangeError',
      message: `image must lie in [0, 1], got ${Math.fround(value)}`,
    });
  assert.throws(
    () => {
      checkImage(tf.zeros([2, 3, 3]), classifier);
    },
    { message: 'image must have the shape [2, 2, 3] of toy, got [2, 3, 3]' },
  );
});

test('a class has a probability whose reciprocal is a float32 number', () => {
  const check = (probability: number) => (): void => {
    checkProbability(classifier, { target: 2, probability });
  };
  for (const probability of [2 ** -126, 0.5, 1]) check(probability)();
  assert.equal(Math.fround(1 / 2 ** -129), Infinity);
  for (const probability of [0, 2 ** -127, 2 ** -129, NaN])
    assert.throws(check(probability), {
      name: 'RangeError',
      message: `target must be a class of a probability of at least 2^-126, got class 2 (class 2) of ${probability}`,
    });
});
