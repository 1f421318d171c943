import assert from 'node:assert/strict';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { map } from 'lodash';
import { greyscale } from '../../../src/representations/greyscale';
import { Explanation } from '../../../src/explainers/image/Explanation';
import { ImageExplainer } from '../../../src/explainers/image/ImageExplainer';
import { pixelMask, PixelMask } from '../../../src/explainers/image/PixelMask';
import * as tf from '../../../src/tensorflow/tf';
import { assertClose, assertKeeps, randomTensor } from '../../support/tensors';
import { toyClassifier, toyImage } from '../../support/toyClassifier';

const classifier = toyClassifier();
const image = toyImage();
const explain = async (options = {}, call = {}): Promise<Explanation> =>
  new PixelMask(classifier, { iterations: 12, ...options }).explain(image, { seed: 1, ...call });

test('all-ones starts at CP 1.000 with no distortion, and its first step is the learning rate everywhere', async () => {
  const { history } = await explain({ init: 'all-ones' });
  assert.equal(history[0]!.cpPixel!.toFixed(3), '1.000');
  assert.ok(history[0]!.distortion < 1e-12);
  assertClose([history[1]!.sparsity], [0.9], 1e-5);
});

test('the rows are 0 to T-1, and each is consistent in itself', async () => {
  const { history } = await explain();
  assert.deepEqual(map(history, 'iteration'), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  for (const row of history) {
    assertClose([row.loss], [row.distortion + row.sparsity], 1e-6);
    assertClose([row.cpPixel! * row.retainedPixel!], [row.retainedProbability], 1e-6);
    assert.equal(row.cpL1, row.cpPixel, 'pixels have one CP');
    assert.equal(row.spatial, null);
  }
});

test('the gradient of the loss agrees with central differences', () => {
  const options = { spatialWeight: 10, spatialColours: 'grey', clampImage: true, samples: 4 } as const;
  const problem = new PixelMask(classifier, options).prepare(image, { target: 3 });
  const mask = randomTensor([1, 32, 32, 1], 7).sigmoid();
  const {
    gradients: [gradient],
  } = problem.evaluate([mask], 0);
  const errors = Array.from({ length: 10 }, (_, seed) => {
    const direction = randomTensor(mask.shape, 50 + seed).mul(1e-3);
    const [up, down] = [mask.add(direction), mask.sub(direction)].map((m) => problem.evaluate([m], 0).row.loss);
    const exact = gradient!.mul(direction).sum().dataSync()[0]!;
    return Math.abs((up! - down!) / 2 - exact) / Math.abs(exact);
  }).sort((a, b) => a - b);
  assert.ok(errors[5]! < 1e-2, `median relative error ${errors[5]}`);
});

test('the same seed gives the same bits, another seed other ones', async () => {
  const [one, same, other] = [await explain(), await explain(), await explain({}, { seed: 2 })];
  assert.deepEqual(same.mask[0]!.dataSync(), one.mask[0]!.dataSync());
  assert.deepEqual(same.history, one.history);
  assert.notDeepEqual(other.history, one.history);
});

test('the noise does not depend on the initialiser: two that start from the same mask stay together', async () => {
  const ones = { name: 'mine', initialise: () => [tf.ones([1, 32, 32, 1])] };
  const [mine, named] = [await explain({ init: ones }), await explain({ init: 'all-ones' })];
  assert.deepEqual(mine.history, named.history);
  assert.equal(mine.facts.initializer, 'mine');
});

test('an explanation saved and loaded is the same', async () => {
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'startgrad-')), 'explanation.safetensors');
  const saved = await explain();
  await saved.save(file);
  const loaded = await assertKeeps(3, () => Explanation.load(file));
  assert.deepEqual(loaded.facts, saved.facts);
  for (const part of ['image', 'picture'] as const) assert.deepEqual(loaded[part].arraySync(), saved[part].arraySync());
  assert.deepEqual(loaded.mask[0]!.arraySync(), saved.mask[0]!.arraySync());
  assert.deepEqual(saved.picture.shape, [32, 32, 1]);

  await writeFile(file, 'no safetensors');
  await assert.rejects(Explanation.load(file), (error: Error) => error.message.includes(file));
});

test('stopping through the signal keeps what was done', async () => {
  const { history } = await explain({}, { signal: AbortSignal.abort() });
  assert.deepEqual(history, []);
  const stop = new AbortController();
  const stopped = await explain({}, { signal: stop.signal, onIteration: () => stop.abort() });
  assert.equal(stopped.history.length, 1);
});

test('a mask that has died gets a null CP with its reason, and goes on', async () => {
  const dead = { name: 'dead', initialise: () => [tf.zeros([1, 32, 32, 1])] };
  const { history } = await explain({ init: dead, iterations: 2 });
  assert.equal(history[0]!.cpPixel, null);
  assert.equal(history[0]!.undefinedCp, 'cpL1: retained information is 0; cpPixel: retained information is 0');
});

test('the noise depends on the seed, the image, the method and the iteration', async () => {
  // with a learning rate of 0 the mask stays: whatever differs is the noise
  const still = { init: 'uniform', iterations: 3, optimizer: { learningRate: 0 } };
  const { history } = await explain(still);
  assert.equal(new Set(map(history, 'distortion')).size, 3, 'iterations');
  const first = async (other: ImageExplainer, picture = image): Promise<number> =>
    (await other.explain(picture, { seed: 1 })).history[0]!.distortion;
  const fixed = { init: { name: 'half', initialise: () => [tf.fill([1, 32, 32, 1], 0.5)] }, iterations: 1 };
  const renamed = { ...pixelMask, name: 'other' };
  const here = await first(new ImageExplainer(classifier, pixelMask, fixed));
  assert.notEqual(await first(new ImageExplainer(classifier, renamed, fixed)), here, 'method');
  const nearly = image.add<tf.Tensor3D>(1e-6);
  const change = Math.abs((await first(new ImageExplainer(classifier, pixelMask, fixed), nearly)) / here - 1);
  assert.ok(change > 1e-3, `image: another noise, not the same one again (${change})`);
});

test('the options of the optimiser reach it', async () => {
  const { history, facts } = await explain({ init: 'all-ones', optimizer: { learningRate: 0.02 } });
  assertClose([history[1]!.sparsity], [0.98], 1e-4);
  assert.equal(facts.optimizer.learningRate, 0.02);
  assert.equal(facts.iterations, 12);
});

test('the picture is the greyscale of what the mask keeps', async () => {
  const explanation = await explain({ iterations: 30 });
  const expected = tf.tidy(() => greyscale(image.mul<tf.Tensor3D>(explanation.mask[0]!.squeeze([0])), 2));
  assertClose(explanation.picture.dataSync(), expected.dataSync(), 1e-6);
  assert.ok(explanation.picture.mean().dataSync()[0]! < 0.5 * greyscale(image, 2).mean().dataSync()[0]!);
});

test('an explanation holds three tensors, and a run that fails holds none', async () => {
  const explanation = await assertKeeps(3, () => explain());
  await assertKeeps(-3, () => explanation.dispose());
  const onIteration = (): never => {
    throw new Error('mine');
  };
  await assertKeeps(0, () => assert.rejects(explain({}, { onIteration }), /mine/));
});

test('arguments that do not fit are refused by name before any work', async () => {
  const refused = (call: () => Promise<unknown>, message: RegExp): Promise<void> =>
    assertKeeps(0, () => assert.rejects(call, { name: 'RangeError', message }));
  await refused(() => explain({ init: 'ones' }), /init must be one of startgrad, all-ones, .*, got "ones"/);
  await refused(() => explain({ iterations: 0 }), /iterations must be a positive integer, got 0/);
  await refused(() => explain({ samples: 1.5 }), /samples must be a positive integer, got 1.5/);
  await refused(() => explain({ variant: 'mine' }), /variant must be one of paper, released, got "mine"/);
  await refused(() => explain({}, { target: 10 }), /target must be an integer from 0 to 9, got 10/);
  await refused(() => explain({}, { seed: 0.5 }), /seed must be an integer, got 0.5/);
  await refused(() => explain({ sparsityWeight: NaN }), /sparsityWeight must be a number of at least 0, got NaN/);
  await refused(() => explain({ bins: -3 }), /bins must be a positive integer, got -3/);
  await refused(() => explain({ optimizer: { beta1: 2 } }), /beta1 must be a number from 0 to 1, got 2/);
  await refused(
    () => explain({ clampimage: true }),
    /options must have no keys but init, .*, got clampimage: is clampImage meant\?/,
  );
  await refused(() => explain({ spatialColours: 'gray' }), /spatialColours must be one of rgb, grey, got "gray"/);
  await refused(() => explain({ init: null }), /init must be a name or have a function initialise, got null/);
  const small = toyImage(16);
  await refused(() => new PixelMask(classifier).explain(small), /shape \[32, 32, 3\] of toy, got \[16, 16, 3\]/);
  const poisoned = tf.fill<tf.Rank.R3>([32, 32, 3], NaN);
  await refused(() => new PixelMask(classifier).explain(poisoned), /image must lie in \[0, 1\], got NaN/);
});

test('a classifier or an initialiser that fails leaves no tensor behind', async () => {
  const run = (logits: (x: tf.Tensor4D) => tf.Tensor2D, message: RegExp): Promise<void> =>
    assertKeeps(0, () => assert.rejects(new PixelMask({ ...classifier, logits }).explain(image), message));
  await run(() => {
    throw new Error('mine');
  }, /mine/);
  await run((x) => tf.tidy(() => classifier.logits(x).mul(NaN)), /logits of toy must be finite, got NaN/);
  await run(
    (x) => tf.tidy(() => classifier.logits(x).slice([0, 0], [-1, 4])),
    /must have the shape \[1, 10\], one a label, got \[1, 4\]/,
  );
  const outside = { name: 'outside', initialise: () => [tf.fill([1, 32, 32, 1], 5)] };
  await assertKeeps(0, () =>
    assert.rejects(explain({ init: outside }), /the mask of outside must lie in \[0, 1\], got 5/),
  );
});

test("a mask that does not fit is refused with the initialiser's name", async () => {
  const flat = { name: 'flat', initialise: () => [tf.ones([32, 32])] };
  await assert.rejects(explain({ init: flat }), {
    name: 'RangeError',
    message: 'the mask of flat must have the shape [1, 32, 32, 1], got [32, 32]',
  });
});
