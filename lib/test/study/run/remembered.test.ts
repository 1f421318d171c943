import assert from 'node:assert/strict';
import { test } from 'node:test';
import { remembered } from '../../../src/study/run/remembered';

test('what has loaded is loaded once, and what has failed is tried again', async () => {
  const asked: string[] = [];
  const load = remembered((name) => {
    asked.push(name);
    return asked.length === 1 ? Promise.reject(new Error('the disk hiccups')) : Promise.resolve(asked.length);
  });
  await assert.rejects(load('weights'), /hiccups/);
  assert.deepEqual(await Promise.all([load('weights'), load('weights'), load('other')]), [2, 2, 3]);
  assert.equal(await load('weights'), 2);
  assert.deepEqual(asked, ['weights', 'weights', 'other']);
});
