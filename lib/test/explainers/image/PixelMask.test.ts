import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Explanation } from '../../../src/explainers/image/Explanation';
import { PixelMask } from '../../../src/explainers/image/PixelMask';
import { assertClose } from '../../support/tensors';
import { photograph, realClassifier } from '../../support/realClassifier';

const explain = async (init: string, iterations: number, samples = 16): Promise<Explanation> =>
  new PixelMask(await realClassifier(), { init, iterations, samples }).explain(await photograph(), { seed: 1 });

test('on a photograph, all-ones starts at CP 1.000 with no distortion', async () => {
  const { history, facts } = await explain('all-ones', 2);
  assert.match(facts.label, /cat/);
  assert.equal(history[0]!.cpPixel!.toFixed(3), '1.000');
  assert.ok(history[0]!.distortion < 1e-10, `distortion ${history[0]!.distortion}`);
  // D = 0 has no gradient: the first step is sparsity's alone, 1/d, and shrunk a little by Adam's ε = 1e-8
  assertClose([history[1]!.sparsity], [1 - 0.1 / (1 + 1e-8 * 224 ** 2)], 2e-6);
});

test('on a photograph, a StartGrad mask has mean 0.5 up to ties', async () => {
  const { history } = await explain('startgrad', 1, 1);
  assertClose([history[0]!.sparsity], [0.5], 1e-3);
});

test('on a photograph, the same seed gives the same bits', async () => {
  const [one, two] = [await explain('startgrad', 4, 4), await explain('startgrad', 4, 4)];
  assert.deepEqual(two.mask[0]!.dataSync(), one.mask[0]!.dataSync());
  assert.deepEqual(two.history, one.history);
});
