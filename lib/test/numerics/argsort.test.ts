import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { argsort } from '../../src/numerics/argsort';

test('argsort orders any float32 values as a comparison would, and keeps the order of equal ones', () => {
  fc.assert(
    fc.property(fc.float32Array({ noNaN: true }), (values) => {
      const expected = Array.from(values.keys()).sort((a, b) => values[a]! - values[b]! || a - b);
      // -0 and 0 are equal to a comparison and adjacent in the bits: their values decide
      assert.deepEqual(
        Array.from(argsort(values), (index) => values[index]! + 0),
        expected.map((index) => values[index]! + 0),
      );
    }),
  );
});

test('argsort is stable', () => {
  assert.deepEqual(argsort(Float32Array.of(2, 1, 2, 1)), Uint32Array.of(1, 3, 0, 2));
});

test('argsort of nothing is nothing', () => {
  assert.deepEqual(argsort(new Float32Array(0)), new Uint32Array(0));
});
