import assert from 'node:assert/strict';
import { test } from 'node:test';
import { range } from 'lodash';
import { faithfulness } from '../../src/metrics/faithfulness';
import type { FaithfulnessInput } from '../../src/metrics/faithfulnessInput';
import { releasedFaithfulness } from '../../src/metrics/releasedFaithfulness';
import { pixels } from '../../src/representations/pixels';
import type { Representation } from '../../src/representations/Representation';
import { shearlets } from '../../src/representations/shearlet/shearlets';
import { wavelets } from '../../src/representations/wavelet/wavelets';
import * as tf from '../../src/tensorflow/tf';
import { assertClose, assertKeeps } from '../support/tensors';
import { areas, linear, shown, synthesised, toy, twenty, withProbability } from './faithfulnessCases';

/** The same pixels, of a class whose probability is the share of the pixels that are as they were. */
const counting: FaithfulnessInput = {
  ...linear,
  classifier: withProbability((images) => images.equal(linear.image).toFloat().mean([1, 2, 3])),
  probability: 1,
};

test('the released faithfulness of distinct values is what a hand computes', () => {
  // ⌊20p⌋ = k: `insertion` keeps the 21 - k smallest (k = 0: 20), `deletion` the k largest (k = 0: 1), and D = (1 - kept/20)². The
  // trapezoid rule over squares of 0, …, 19 twentieths: (2470 - 361/2) / 400 / 20 and (2470 + 361 - 361/2) / 400 / 20.
  const expected = [2289.5 / 8000, 2650.5 / 8000, -361 / 8000];
  assertClose(areas(releasedFaithfulness(counting)), expected, 1e-6);
});

test('the released faithfulness keeps all that tie with the threshold, on either side', () => {
  // 5 ones, 10 halves, 5 zeros. `insertion` keeps 20 for k = 0…5, 15 for 6…15, 5 for 16…20: D = 0, 1/16, 9/16;
  // `deletion` keeps 5, 15, 20: D = 9/16, 1/16, 0.
  const mask = [twenty(range(20).map((i) => (i % 4 === 0 ? 1 : i % 4 === 1 ? 0 : 0.5)))];
  const insertion = (10 / 16 + (5 * 9) / 16 - 9 / 32) / 20;
  const deletion = ((6 * 9) / 16 + 10 / 16 - 9 / 32) / 20;
  const result = releasedFaithfulness({ ...counting, mask });
  assertClose(areas(result), [insertion, deletion, insertion - deletion], 1e-6);
});

for (const [name, representation] of Object.entries({ pixels, wavelets: wavelets([32, 32]) }))
  test(`the released faithfulness of ${name} is exactly 0 for a mask that is constant on every scale`, () => {
    const input = toy(representation);
    const mask = input.mask.map((m, scale) => tf.fill(m.shape, 1 / (1 + scale)));
    assert.equal(releasedFaithfulness({ ...input, mask }).score, 0);
    assert.notEqual(releasedFaithfulness(input).score, 0);
  });

test('the released faithfulness draws from mean ± standard deviation of all coefficients of a scale, each colour its own', () => {
  for (const input of [toy(pixels), toy(wavelets([32, 32])), toy(shearlets([64, 64]), 64)]) {
    const mask = input.mask.map(({ shape, size }) => tf.range(0, size).reshape(shape));
    const replaced = synthesised(releasedFaithfulness, { ...input, mask })[40]!; // p = 1: all but one per colour
    replaced.forEach((n, scale) => {
      const { mean, variance } = tf.moments(input.coefficients[scale]!);
      const [mu, sigma] = [mean.dataSync()[0]!, Math.sqrt(variance.dataSync()[0]!)];
      const away = Array.from(n.dataSync(), (value) => Math.abs(value - mu) / sigma).sort((a, b) => b - a);
      assert.ok(away[3]! < 1.005 && away[3]! > 0.85, `${away[3]} standard deviations`);
      const colours = tf.unstack(n, input.representation.colourAxis).map((colour) => colour.dataSync().join());
      assert.equal(new Set(colours).size, 3);
    });
  }
});

test('the released faithfulness clamps images unless the mask lies on the pixels', () => {
  const mask = [tf.range(0, 1024).reshape([1, 32, 32, 1])];
  const bright = toy({ ...pixels, analyse: (images) => [images.mul(4)], synthesise: ([y]) => y!.mul(1) });
  const largest = (representation: Representation): number =>
    Math.max(...shown(releasedFaithfulness, { ...bright, representation, mask })[3]!.dataSync());
  assert.ok(largest(bright.representation) > 1);
  assert.equal(largest({ ...bright.representation, masksPixels: false }), 1);
});

for (const measure of [faithfulness, releasedFaithfulness]) {
  test(`${measure.name} depends on the key and nothing else, and leaves no tensor behind`, async () => {
    for (const input of [toy(pixels), toy(wavelets([32, 32])), toy(shearlets([64, 64]), 64)]) {
      const first = await assertKeeps(0, () => measure(input));
      assert.deepEqual(measure(input), first);
      assert.notDeepEqual(measure({ ...input, key: [5, 6] }), first);
    }
  });

  test(`${measure.name} refuses a probability or a mask that cannot be, before any work`, async () => {
    for (const probability of [0, -1, 1.5, NaN])
      await assertKeeps(0, () => {
        assert.throws(() => measure({ ...linear, probability }), {
          message: `probability must be a number above 0 and up to 1, got ${probability}`,
        });
      });
    const odd = (value: number) => [tf.concat([tf.zeros([1, 4, 4, 1]), tf.fill([1, 4, 1, 1], value)], 2)];
    for (const [input, message] of [
      [{ mask: odd(NaN) }, 'mask[0] must be finite numbers, got NaN at position 4'],
      [{ image: linear.image.div<tf.Tensor4D>(0) }, 'image must be finite numbers, got Infinity at position 0'],
      [{ target: 2 }, 'target must be an integer from 0 to 1, got 2'],
      [{ clampImage: undefined! }, 'clampImage must be true or false, got undefined'],
      [
        { classifier: withProbability((x) => x.mean([1, 2, 3]).mul(NaN)) },
        'probabilities of toy must be finite numbers, got NaN at position 0',
      ],
    ] as const)
      // prettier-ignore
      assert.throws(() => measure({ ...linear, ...input }), { name: 'RangeError', message });
    const wrong = { ...linear, mask: [tf.ones([1, 4, 1, 1])] };
    assert.throws(() => measure(wrong), { message: 'mask must have the shape [1, 4, 5, 1], got [1, 4, 1, 1]' });
  });
}
