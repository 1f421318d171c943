import assert from 'node:assert/strict';
import { test } from 'node:test';
import { positiveInteger } from '../../src/validation/positiveInteger';

test('a positive integer comes back, anything else is refused with its name and value', () => {
  assert.equal(positiveInteger('samples', 16), 16);
  for (const value of [-3, 0, 1.5, NaN, Infinity])
    assert.throws(() => positiveInteger('samples', value), {
      name: 'RangeError',
      message: `samples must be a positive integer, got ${value}`,
    });
});
