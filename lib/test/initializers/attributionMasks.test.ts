import assert from 'node:assert/strict';
import { test } from 'node:test';
import { saliency } from '../../src/attributions/saliency';
import { attributionMasks } from '../../src/initializers/attributionMasks';
import type { InitializerInput } from '../../src/initializers/Initializer';
import { initializers } from '../../src/initializers/initializers';
import { quantileTransform } from '../../src/initializers/quantileTransform';
import { startGradShared } from '../../src/initializers/startGradShared';
import { pixels } from '../../src/representations/pixels';
import { shearlets } from '../../src/representations/shearlet/shearlets';
import * as tf from '../../src/tensorflow/tf';
import { photograph, realClassifier } from '../support/realClassifier';
import { assertKeeps } from '../support/tensors';
import { toyClassifier, toyImage } from '../support/toyClassifier';

const options = { bins: 'all', quantileSample: 'all' } as const;

test('StartGrad for a shared mask ranks the places by their most salient shearlet', async () => {
  const [classifier, representation] = [toyClassifier(64), shearlets([64, 64])];
  const image = toyImage(64).expandDims<tf.Tensor4D>(0);
  const input: InitializerInput = { classifier, representation, image, shapes: [], target: 3, key: [1, 0], options };
  const [mask] = await assertKeeps(1, () => startGradShared.initialise(input));
  assert.deepEqual(mask!.shape, [1, 1, 1, 64, 64]);

  const [map] = saliency(classifier, representation, image, 3) as [tf.Tensor];
  const perShearlet = map.arraySync() as number[][][][][];
  const largest = Float32Array.from({ length: 64 * 64 }, (_, place) =>
    Math.max(...perShearlet[0]![0]!.map((rows) => rows[Math.floor(place / 64)]![place % 64]!)),
  );
  assert.deepEqual(mask!.dataSync(), quantileTransform(largest));
  representation.dispose();
  classifier.dispose();
});

test('attributions are masks of pixels in [0, 1], by min-max from 0 to 1, by ranks of mean 1/2', async () => {
  const classifier = await realClassifier();
  const image = (await photograph()).expandDims<tf.Tensor4D>(0);
  const input: InitializerInput = { classifier, representation: pixels, image, shapes: [], target: 281, key: [1, 0], options }; // prettier-ignore
  for (const initializer of attributionMasks) {
    const { name } = initializer;
    const [mask] = await assertKeeps(1, () => initializer.initialise(input));
    assert.deepEqual(mask!.shape, [1, 224, 224, 1], name);
    const [low, high, mean] = tf.tidy(() => [mask!.min(), mask!.max(), mask!.mean()].map((t) => t.dataSync()[0]!));
    assert.ok(low! >= 0 && high! <= 1, name);
    if (name.endsWith('-ranks')) assert.ok(Math.abs(mean! - 0.5) < 0.02, `${name}: ${mean}`);
    else assert.deepEqual([low, high], [0, 1], name);
    mask!.dispose();
  }
});

test('no name stands for two initialisers', () => {
  const names = initializers.map(({ name }) => name);
  assert.equal(new Set(names).size, names.length);
});
