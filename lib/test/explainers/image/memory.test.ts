import assert from 'node:assert/strict';
import { test } from 'node:test';
import v8 from 'node:v8';
import vm from 'node:vm';
import { PixelMask } from '../../../src/explainers/image/PixelMask';
import * as tf from '../../../src/tensorflow/tf';
import { photograph, realClassifier } from '../../support/realClassifier';

v8.setFlagsFromString('--expose-gc');
const collectGarbage = vm.runInNewContext('gc') as () => void;

/** What the process holds once JavaScript's own garbage is gone, in MB. */
function megabytes(): number {
  collectGarbage();
  return process.memoryUsage.rss() / 2 ** 20;
}

test('300 iterations hold as many tensors as 10, and less than 50 MB more memory', async () => {
  const held: Record<number, { tensors: number; megabytes: number }> = {};
  await new PixelMask(await realClassifier(), { samples: 2 }).explain(await photograph(), {
    onIteration: ({ iteration }) => {
      if (iteration === 10 || iteration === 299)
        held[iteration] = { tensors: tf.memory().numTensors, megabytes: megabytes() };
    },
  });
  const [early, late] = [held[10]!, held[299]!];
  assert.equal(late.tensors, early.tensors);
  assert.ok(late.megabytes - early.megabytes < 50, `${early.megabytes} MB at 10, ${late.megabytes} MB at 300`);
});
