import assert from 'node:assert/strict';
import { test } from 'node:test';
import { concisenessPreciseness } from '../../src/metrics/concisenessPreciseness';

test('CP is retained probability over retained information', () => {
  assert.deepEqual(concisenessPreciseness(0.9, 0.1), { value: 9 });
  assert.deepEqual(concisenessPreciseness(0, 0.5), { value: 0 });
});

test('a CP that is not finite is null, with its reason', () => {
  assert.deepEqual(concisenessPreciseness(0.9, 0), { value: null, reason: 'retained information is 0' });
  assert.equal(concisenessPreciseness(0, 0).value, null);
  assert.deepEqual(concisenessPreciseness(NaN, 0.5), { value: null, reason: 'NaN / 0.5' });
});
