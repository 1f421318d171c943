import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as library from '../../src/core';
import { rescale } from '../../src/initializers/minMax';
import { finiteTensor } from '../../src/validation/finiteTensor';
import { assertKeeps } from '../support/tensors';
import { toyClassifier, toyImage } from '../support/toyClassifier';

const { tf } = library;
const classifier = toyClassifier(8);
const image = toyImage(8).expandDims<library.tf.Tensor4D>(0);
/** The image with one value of its own. */
const with_ = (value: number): library.tf.Tensor4D => tf.tidy(() => tf.where(tf.range(0, 192).equal(100).reshape([1, 8, 8, 3]), value, image)); // prettier-ignore

test('one value that is not finite is found wherever it stands, and finite ones may have an infinite sum', async () => {
  for (const odd of [NaN, Infinity, -Infinity])
    await assertKeeps(0, () =>
      tf.tidy(() => {
        assert.throws(() => finiteTensor('image', with_(odd)), {
          name: 'RangeError',
          message: `image must be finite numbers, got ${odd} at position 100`,
        });
      }),
    );
  assert.throws(() => finiteTensor('image', tf.tensor([Infinity, -Infinity])), /got Infinity at position 0/);
  const large = tf.fill([4], 3e38);
  assert.equal(finiteTensor('image', large), large);
});

/** Where numbers of images, attributions and coefficients come in. */
const entrances: Readonly<Record<string, (x: library.tf.Tensor4D) => unknown>> = {
  'attributionMask, min-max': (x) => library.attributionMask(x, 'min-max'),
  'attributionMask, quantile': (x) => library.attributionMask(x, 'quantile'),
  brightened: (x) => library.brightened(x),
  copper: (x) => library.copper(x.reshape([8, 24, 1])),
  relativeMagnitudes: (x) => library.relativeMagnitudes(library.pixels, [x]),
  classify: (x) => library.classify(classifier, x),
  inputGradient: (x) => library.inputGradient(classifier, x, 1),
  'integratedGradients, baseline': (baseline) =>
    library.integratedGradients(classifier, image, 1, { steps: 2, baseline }),
  keepLargest: (x) => library.keepLargest(library.pixels, [x], 0.5),
  rescale: (x) => rescale(x.dataSync() as Float32Array),
  quantileTransform: (x) => library.quantileTransform(x.dataSync() as Float32Array),
  'quantileTransform, sample': (x) => library.quantileTransform(Float32Array.of(1, 2), 2, x.dataSync() as Float32Array),
  saliency: (x) => library.saliency(classifier, library.pixels, x, 1),
};

for (const [name, entrance] of Object.entries(entrances))
  test(`${name} refuses numbers that are not finite`, () => {
    tf.tidy(() => {
      entrance(image);
      for (const odd of [NaN, Infinity, -Infinity])
        assert.throws(() => entrance(with_(odd)), {
          name: 'RangeError',
          message: new RegExp(`must be finite numbers, got ${odd} at position 100$`),
        });
    });
  });

test('a gradient or a map that is not finite is refused, naming the classifier', async () => {
  const infinite = { ...classifier, logits: (x: library.tf.Tensor4D) => classifier.logits(x.sqrt()) };
  const black = tf.zeros<library.tf.Rank.R4>([1, 8, 8, 3]);
  await assertKeeps(0, () => {
    assert.throws(() => library.inputGradient(infinite, black, 1), {
      name: 'RangeError',
      message: /^the gradient of toy must be finite numbers, got (NaN|-?Infinity) at position \d+$/,
    });
  });
  const halves = {
    ...classifier,
    features: (x: library.tf.Tensor4D) => x,
    logitsFromFeatures: (x: library.tf.Tensor4D) => infinite.logits(x),
  };
  assert.throws(
    () => library.gradCam(halves, black, 1),
    /^RangeError: the Grad-CAM of toy must be finite numbers, got NaN/,
  );
});

test('a class is one of the classifier, a key is of finite numbers, and a count is positive', () => {
  for (const call of [
    () => library.classify(classifier, image, 10),
    () => library.inputGradient(classifier, image, 10),
  ])
    assert.throws(call, { message: 'target must be an integer from 0 to 9, got 10' });
  for (const odd of [NaN, Infinity])
    assert.throws(() => library.randomKey('noise', odd), { message: `parts of a key must be texts or finite numbers, got ${odd}` }); // prettier-ignore
  for (const odd of [[1, NaN], [1, 0.5], [1], undefined] as unknown as library.RandomKey[])
    for (const call of [
      () => library.uniform([2], odd),
      () => library.foldIn(odd, 'noise'),
      () => library.bootstrap(Float64Array.of(1, 2), 'mean', { key: odd }),
    ])
      assert.throws(call, { name: 'RangeError', message: `key must be two integers, got ${JSON.stringify(odd)}` });
  assert.throws(() => library.evenlySpaced(NaN, 3), { message: 'iterations must be a positive integer, got NaN' });
  assert.throws(() => library.evenlySpaced(3, 0), { message: 'count must be a positive integer, got 0' });
  assert.throws(() => rescale(new Float32Array()), { message: 'values must hold at least one number, got none' });
});
