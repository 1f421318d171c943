import assert from 'node:assert/strict';
import { test } from 'node:test';
import { concisenessPreciseness } from '../../src/metrics/concisenessPreciseness';
import { cpScores } from '../../src/metrics/cpScores';

test('CP is retained probability over retained information', () => {
  assert.deepEqual(concisenessPreciseness(0.9, 0.1), { value: 9 });
  assert.deepEqual(concisenessPreciseness(0, 0.5), { value: 0 });
});

test('a CP that is not finite is null, with its reason', () => {
  assert.deepEqual(concisenessPreciseness(0.9, 0), { value: null, reason: 'retained information is 0' });
  assert.equal(concisenessPreciseness(0, 0).value, null);
  assert.deepEqual(concisenessPreciseness(NaN, 0.5), {
    value: null,
    reason: 'retained probability is undefined: the class has none',
  });
});

test('where the image holds no information the CP is null, with the reason', () => {
  for (const nothing of [null, NaN])
    assert.deepEqual(cpScores({ retainedProbability: 0.5, retainedL1: nothing, retainedPixel: 0.25 }), {
      cpL1: null,
      cpPixel: 2,
      undefinedCp: 'cpL1: retained information is undefined: the image has none',
    });
  assert.deepEqual(concisenessPreciseness(null, 0.5), {
    value: null,
    reason: 'retained probability is undefined: the class has none',
  });
  assert.deepEqual(concisenessPreciseness(1, Infinity), { value: null, reason: '1 / Infinity' });
});
