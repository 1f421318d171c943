import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { evenlySpaced } from '../../src/numerics/evenlySpaced';

test('of one it is the first', () => {
  assert.deepEqual(evenlySpaced(100, 1), [0]);
});

test('evenlySpaced holds the first and the last iteration, each once, in order', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 2, max: 20 }), (iterations, count) => {
      const kept = evenlySpaced(iterations, count);
      assert.equal(kept[0], 0);
      assert.equal(kept.at(-1), iterations - 1);
      assert.equal(kept.length, Math.min(count, iterations));
      assert.deepEqual(
        kept,
        [...new Set(kept)].sort((a, b) => a - b),
      );
    }),
    { seed: 1 },
  );
});
