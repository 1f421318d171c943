import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { foldIn, randomKey } from '../../src/random/key';
import { uniform } from '../../src/random/uniform';
import { assertKeeps } from '../support/tensors';

const draw = async (shape: number[], key: readonly [number, number]): Promise<Float32Array> => {
  const tensor = await assertKeeps(1, () => uniform(shape as [number], key));
  const values = tensor.dataSync() as Float32Array;
  tensor.dispose();
  return values;
};

test('a key is the same on every machine, and its parts are not confused', () => {
  assert.deepEqual(randomKey(1, 'noise', 0), [56757631, 1585831940]); // computed once; changing it changes every study
  assert.notDeepEqual(randomKey(12, 3), randomKey(1, 23));
  assert.notDeepEqual(randomKey('1'), randomKey(1));
});

test('different parts give different keys', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer(), fc.integer(), (seed, a, b) => {
      fc.pre(a !== b);
      assert.notDeepEqual(foldIn(randomKey(seed), a), foldIn(randomKey(seed), b));
    }),
  );
});

test('the same key gives the same numbers, whatever was drawn in between', async () => {
  const first = await draw([1000], [1, 2]);
  await draw([10], [5, 6]);
  assert.deepEqual(await draw([1000], [1, 2]), first);
  assert.deepEqual(Array.from(first.subarray(0, 2)), [0.8440604209899902, 0.19204533100128174]); // TensorFlow 2.21, Philox
});

test('the numbers are uniform on [0, 1)', async () => {
  const values = await draw([1_000_000], randomKey('moments'));
  assert.ok(values.every((u) => u >= 0 && u < 1));
  const mean = values.reduce((sum, u) => sum + u, 0) / values.length;
  const variance = values.reduce((sum, u) => sum + (u - mean) ** 2, 0) / values.length;
  assert.ok(Math.abs(mean - 1 / 2) < 0.0015, `mean ${mean}`); // 5 standard errors
  assert.ok(Math.abs(variance - 1 / 12) < 0.0004, `variance ${variance}`);
});
