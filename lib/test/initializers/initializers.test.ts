import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mean } from 'lodash';
import { initializers } from '../../src/initializers/initializers';
import { rescale } from '../../src/initializers/minMax';
import { pixels } from '../../src/representations/pixels';
import * as tf from '../../src/tensorflow/tf';
import { byName } from '../../src/validation/byName';
import { assertKeeps } from '../support/tensors';
import { toyClassifier, toyImage } from '../support/toyClassifier';

const classifier = toyClassifier();
const image = toyImage().expandDims<tf.Tensor4D>(0);

async function maskOf(name: string, seed = 1): Promise<Float32Array> {
  const input = {
    classifier,
    representation: pixels,
    image,
    shapes: [[1, 32, 32, 1]],
    target: 3,
    key: [seed, 0] as const,
    options: { bins: 'all', quantileSample: 'all' } as const,
  };
  const [mask] = await assertKeeps(1, () => byName('init', initializers, name).initialise(input));
  assert.deepEqual(mask!.shape, [1, 32, 32, 1]);
  const values = (await mask!.data()) as Float32Array;
  mask!.dispose();
  return values;
}

test('every initialiser gives values in [0, 1], the same ones for the same input', async () => {
  for (const { name } of initializers.filter(({ fits }) => !fits?.classifier)) {
    const values = await maskOf(name);
    assert.ok(
      values.every((value) => value >= 0 && value <= 1),
      name,
    );
    assert.deepEqual(await maskOf(name), values, name);
  }
});

test('all-ones is 1 everywhere', async () => {
  assert.ok((await maskOf('all-ones')).every((value) => value === 1));
});

test('uniform depends on the key and has mean 1/2', async () => {
  const values = await maskOf('uniform');
  assert.notDeepEqual(await maskOf('uniform', 2), values);
  assert.ok(Math.abs(mean(values) - 0.5) < 0.03); // 1024 values: 3.3 standard errors
});

test('StartGrad, min-max and sqrt + min-max rank the pixels alike, by their gradient', async () => {
  const ranks = async (name: string): Promise<number[]> => {
    const values = await maskOf(name);
    return Array.from(values.keys()).sort((a, b) => values[a]! - values[b]!);
  };
  const expected = await ranks('startgrad');
  assert.deepEqual(await ranks('min-max'), expected);
  assert.deepEqual(await ranks('sqrt-min-max'), expected);
});

test('the mean of a StartGrad mask is 0.5, and min-max spans [0, 1]', async () => {
  assert.ok(Math.abs(mean(await maskOf('startgrad')) - 0.5) < 1e-6);
  const linear = await maskOf('min-max');
  assert.equal(Math.min(...linear), 0);
  assert.equal(Math.max(...linear), 1);
});

test('rescaling values that are all equal gives 0', () => {
  assert.deepEqual(rescale(Float32Array.of(4, 4)), Float32Array.of(0, 0));
});

test('an unknown initialiser is refused with the list of the known ones', () => {
  assert.throws(() => byName('init', initializers, 'ones'), {
    name: 'RangeError',
    message:
      'init must be one of startgrad, all-ones, uniform, min-max, sqrt-min-max, startgrad-shared, integrated-gradients, integrated-gradients-ranks, grad-cam, grad-cam-ranks, got "ones"',
  });
});
