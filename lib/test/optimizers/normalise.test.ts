import assert from 'node:assert/strict';
import { test } from 'node:test';
import { adam } from '../../src/optimizers/adam';
import { chain } from '../../src/optimizers/chain';
import { normalise } from '../../src/optimizers/normalise';
import * as tf from '../../src/tensorflow/tf';
import { assertClose, assertKeeps } from '../support/tensors';

const normalised = (...gradients: number[][]): number[] =>
  tf.tidy(() =>
    normalise()
      .update(
        gradients.map((g) => tf.tensor1d(g)),
        undefined,
      )
      .updates.flatMap((g) => Array.from(g.dataSync())),
  );

test('gradients are divided by the norm over all tensors', () => {
  assertClose(normalised([3, 0], [4]), [0.6, 0, 0.8], 1e-6);
});

test('a gradient of the size of 1e-7 is halved: that is what the 1e-7 in the denominator does', () => {
  // (6, 8) · 1e-8 / (1e-7 + 1e-7)
  assertClose(normalised([6e-8, 8e-8]), [0.3, 0.4], 1e-6);
  assert.deepEqual(normalised([0, 0]), [0, 0]);
});

test('gradients whose squares are no float32 have their direction too', () => {
  assertClose(normalised([3e30], [-4e30]), [0.6, -0.8], 1e-6);
  // a million entries of 1e17 each: none of the squares overflows, their sum does
  const many = normalised(Array<number>(1e6).fill(1e17));
  assertClose([many[0]!, many.at(-1)!], [1e-3, 1e-3], 1e-7);
});

test('a chain passes on what its parts make of gradients, and keeps the state of each', async () => {
  const [one, two] = [chain(normalise(), adam()), adam()];
  const gradient = tf.tensor1d([3e-5, -4e-5]);
  const direct = tf.tensor1d([0.6 / (1 + 1e-7 / 5e-5), -0.8 / (1 + 1e-7 / 5e-5)]);
  let [states, state] = [one.init([gradient]), two.init([gradient])];
  for (let step = 0; step < 3; step++) {
    const chained = await assertKeeps(3, () => one.update([gradient], states));
    const alone = two.update([direct], state);
    assertClose(chained.updates[0]!.dataSync(), alone.updates[0]!.dataSync(), 1e-6);
    tf.dispose([states, state, chained.updates, alone.updates]);
    [states, state] = [chained.state, alone.state];
  }
  assert.equal(state.step, 3);
  assert.deepEqual(chain(normalise(), adam({ beta1: 0.5 })).options, { normalised: true, ...adam({ beta1: 0.5 }).options }); // prettier-ignore
  tf.dispose([states, state, gradient, direct]);
});
