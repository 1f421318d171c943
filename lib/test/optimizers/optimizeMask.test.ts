import assert from 'node:assert/strict';
import { test } from 'node:test';
import { adam } from '../../src/optimizers/adam';
import { optimizeMask } from '../../src/optimizers/optimizeMask';
import type { Mask } from '../../src/representations/Representation';
import * as tf from '../../src/tensorflow/tf';
import { assertClose, assertKeeps } from '../support/tensors';

const optimizer = adam();
/** ½‖m - (0.3, 2)‖²: the second coordinate wants to leave the box. */
const evaluate = ([m]: Mask, iteration: number) => ({
  gradients: [m!.sub([0.3, 2])],
  row: { iteration, m: m!.arraySync() },
});
const start = (): Mask => [tf.tensor1d([1, 0.5])];

test('T iterations give rows 0 to T-1, each before its update, and a mask one update further', async () => {
  const { mask, history } = await assertKeeps(1, () => optimizeMask(start(), evaluate, { optimizer, iterations: 3 }));
  assert.deepEqual(
    history.map(({ iteration }) => iteration),
    [0, 1, 2],
  );
  assert.deepEqual(history[0]!.m, [1, 0.5]);
  assertClose(history[1]!.m as number[], [0.9, 0.6], 1e-6); // Adam's first step is the learning rate
  const next = await optimizeMask(start(), evaluate, { optimizer, iterations: 4 });
  assert.deepEqual(mask[0]!.arraySync(), next.history[3]!.m);
  tf.dispose([...mask, ...next.mask]);
});

test('the mask reaches the minimum inside the box and stays in it', async () => {
  const { mask, history } = await optimizeMask(start(), evaluate, { optimizer, iterations: 200 });
  assertClose(mask[0]!.dataSync(), [0.3, 1], 1e-3);
  assert.ok(history.every(({ m }) => (m as number[]).every((value) => value >= 0 && value <= 1)));
  tf.dispose([...mask]);
});

test('a signal stops the loop and keeps what was done', async () => {
  const stop = new AbortController();
  const { mask, history } = await assertKeeps(1, () =>
    optimizeMask(start(), evaluate, {
      optimizer,
      iterations: 100,
      signal: stop.signal,
      onIteration: ({ iteration }) => {
        if (iteration === 4) stop.abort();
      },
    }),
  );
  assert.equal(history.length, 5);
  const five = await optimizeMask(start(), evaluate, { optimizer, iterations: 5 });
  assert.deepEqual(mask[0]!.dataSync(), five.mask[0]!.dataSync());
  tf.dispose([...mask, ...five.mask]);
});

test('onIteration sees the mask that its row belongs to', async () => {
  const seen: unknown[] = [];
  const { mask, history } = await optimizeMask(start(), evaluate, {
    optimizer,
    iterations: 5,
    onIteration: (_, [m]) => void seen.push(m!.arraySync()),
  });
  assert.deepEqual(
    seen,
    history.map(({ m }) => m),
  );
  tf.dispose([...mask]);
});

test('an error in the objective or in onIteration comes through and leaves no tensor', async () => {
  const broken = (): never => {
    throw new Error('broken');
  };
  await assertKeeps(0, () => assert.rejects(optimizeMask(start(), broken, { optimizer, iterations: 3 }), /broken/));
  await assertKeeps(0, () =>
    assert.rejects(optimizeMask(start(), evaluate, { optimizer, iterations: 3, onIteration: broken }), /broken/),
  );
});
