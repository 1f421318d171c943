import assert from 'node:assert/strict';
import { test } from 'node:test';
import { range } from 'lodash';
import { faithfulness } from '../../src/metrics/faithfulness';
import { releasedFaithfulness } from '../../src/metrics/releasedFaithfulness';
import { randomKey } from '../../src/random/key';
import { pixels } from '../../src/representations/pixels';
import { shearlets } from '../../src/representations/shearlet/shearlets';
import { wavelets } from '../../src/representations/wavelet/wavelets';
import * as tf from '../../src/tensorflow/tf';
import { assertClose, randomTensor, relativeError } from '../support/tensors';
import { areas, linear, shown, synthesised, toy, twenty, withProbability, x } from './faithfulnessCases';

test('faithfulness of the perfect ranking of a linear class is what a hand computes', () => {
  // φ = Σ x / 20, so that k pixels inserted retain Σ (20 + … + (21 - k)) / Σ (1 + … + 20) = k (41 - k) / 420. By the trapezoid rule,
  // (Σₖ k (41 - k) / 420 - 1/2) / 20 = ((41 · 210 - 2870) / 420 - 1/2) / 20 = 79/120; deletion retains the rest.
  assertClose(areas(faithfulness(linear)), [79 / 120, 41 / 120, 38 / 120], 1e-6);
});

test('faithfulness of the reversed ranking is the negative of it', () => {
  const reversed = { ...linear, mask: [twenty([...x].reverse())] };
  assertClose(areas(faithfulness(reversed)), [41 / 120, 79 / 120, -38 / 120], 1e-6);
});

test('faithfulness selects exactly round(pn) entries of every scale, the largest, however many tie', () => {
  const input = toy(wavelets([32, 32]));
  const far = input.coefficients.map(() => ({ centre: tf.scalar(100), spread: tf.scalar(0) }));
  const mask = input.mask.map((m) => m.mul(4).round().div(4)); // five values
  const measured = { ...input, noise: far, mask };
  const inserted = synthesised(faithfulness, measured).filter((_, call) => call % 2 === 0); // then the noise alone
  for (const point of [0, 1, 7, 10, 20])
    inserted[point]!.forEach((y, scale) => {
      const selected = y.less(50).all(4, true);
      const count = selected.toFloat().sum().dataSync()[0]!;
      assert.equal(count, Math.round((point / 20) * selected.size));
      const least = tf.where(selected, mask[scale]!, 2).min().dataSync()[0]!;
      const most = tf.where(selected, -1, mask[scale]!).max().dataSync()[0]!;
      assert.ok(least >= most, `selected ${least}, not selected ${most}`);
    });
});

test('faithfulness deletes what it inserts: the two images of a point add up to the image and the noise', () => {
  for (const [representation, size] of [
    [wavelets([32, 32]), 32],
    [shearlets([64, 64]), 64],
  ] as const) {
    const input = toy(representation, size);
    const [inserted, noise] = synthesised(faithfulness, input).slice(14, 16); // point 7
    const deleted = input.coefficients.map((y, scale) => y.add(noise![scale]!).sub(inserted![scale]!));
    const expected = tf.concat([inserted!, deleted].map((c) => representation.synthesise(c)));
    assert.ok(relativeError(shown(faithfulness, input)[7]!, expected) < 1e-5);
  }
});

test('faithfulness of a mask that is 1 everywhere is 0 on average, to 3 standard errors, which a real ranking exceeds', () => {
  const scores = (mask: tf.Tensor): number[] =>
    range(300).map((seed) => faithfulness({ ...linear, mask: [mask], key: randomKey('ones', seed) }).score);
  const ones = scores(twenty(x.map(() => 1)));
  const mean = ones.reduce((sum, score) => sum + score, 0) / 300;
  const error = Math.sqrt(ones.reduce((sum, score) => sum + (score - mean) ** 2, 0) / 299 / 300);
  assert.ok(error > 0 && error < 0.005, `standard error ${error}`);
  assert.ok(Math.abs(mean) < 3 * error, `${mean} ± ${error}`);
  // ranked by their places, as a sort without the draw would, ones score like the perfect ranking or its reverse
  assert.ok(Math.abs(faithfulness(linear).score) > 10 * 3 * error);
});

for (const [name, representation, size] of [
  ['pixels', pixels, 32],
  ['wavelets', wavelets([32, 32]), 32],
  ['shearlets', shearlets([64, 64]), 64],
] as const)
  test(`faithfulness of ${name} goes from the noise of the method to the whole image, and back`, () => {
    const input = toy(representation, size);
    const images = shown(faithfulness, input);
    const [noise, whole] = tf.split(images[0]!, 2) as [tf.Tensor4D, tf.Tensor4D];
    const [end, other] = tf.split(images[20]!, 2) as [tf.Tensor4D, tf.Tensor4D];
    assert.ok(relativeError(whole, input.image) < 1e-5);
    assert.ok(relativeError(end, input.image) < 1e-5);
    const [drawn] = synthesised(faithfulness, input);
    assert.ok(relativeError(noise, representation.synthesise(drawn!)) < 1e-5);
    assert.ok(relativeError(other, noise) > 1e-3, 'every point draws its own');
    drawn!.forEach((n, scale) => {
      const { centre, spread } = input.noise[scale]!;
      const furthest = n.sub(centre).abs().div(spread).max().dataSync()[0]!;
      assert.ok(furthest > 0.95 && furthest < 1.001, `${furthest} spreads from the centre`);
    });
  });

test('faithfulness lets colours share the noise where the representation says so', () => {
  const [noise] = tf.split(shown(faithfulness, toy({ ...pixels, sharedNoise: true }))[0]!, 2);
  const [red, green] = tf.unstack(noise!, 3).map((colour) => colour.dataSync());
  assert.deepEqual(red, green);
});

test('faithfulness ranks places where the shearlets share a mask', () => {
  // 4096 places and 33 · 4096 entries: at p = 1/4, 1/2, 3/4 the same are selected
  const input = toy(shearlets([64, 64]), 64);
  const shared = randomTensor([1, 1, 1, 64, 64], 9).sigmoid();
  const own = shared.tile([1, 1, 33, 1, 1]);
  const [places, entries] = [shared, own].map((mask) => shown(faithfulness, { ...input, mask: [mask] }));
  for (const point of [5, 10, 15]) assert.ok(relativeError(places![point]!, entries![point]!) < 1e-6);
  assert.ok(Number.isFinite(releasedFaithfulness({ ...input, mask: [shared] }).score));
});

test('faithfulness clamps images to [0, 1] where asked', () => {
  const noise = [{ centre: tf.scalar(0), spread: tf.scalar(3) }];
  const extremes = (clampImage: boolean): number[] => {
    const classifier = withProbability((images) => images.mean([1, 2, 3]).clipByValue(0, 1));
    const values = tf.concat(shown(faithfulness, { ...linear, classifier, noise, clampImage })).dataSync();
    return [Math.min(...values), Math.max(...values)];
  };
  assert.deepEqual(extremes(true), [0, 1]);
  assert.ok(extremes(false)[0]! < -1 && extremes(false)[1]! > 2);
});
