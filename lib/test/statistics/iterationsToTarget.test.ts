import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { randomKey } from '../../src/random/key';
import { curvesFrom, type Curves } from '../../src/statistics/curves/Curves';
import { firstReaching } from '../../src/statistics/curves/firstReaching';
import { iterationsToLevel } from '../../src/statistics/curves/iterationsToLevel';
import { isOpen } from '../../src/statistics/sound/isOpen';
import { iterationsToTarget } from '../../src/statistics/sound/iterationsToTarget';
import { normalisedScores } from '../../src/statistics/curves/normalisedScores';
import { releasedIterationsToTarget } from '../../src/statistics/released/releasedIterationsToTarget';

const key = randomKey('race');

/** Noise in [-½, ½) that image and step decide. */
const noise = (image: number, step: number): number => randomKey('noise', image, step)[0] / 2 ** 32;

/** n images whose score grows by `rate` a step, with noise of a given size. */
const growing = (n: number, rate: number, size = 0): Curves =>
  curvesFrom(
    'curves',
    Array.from({ length: n }, (_, image) =>
      Array.from({ length: 100 }, (_, step) => rate * (step + 1) * (1 + image / n) + size * noise(image, step)),
    ),
  );

test('an initialiser that grows k times as fast is k times as fast, to a step', () => {
  for (const statistic of ['iqm', 'median', 'mean'] as const) {
    const race = { candidate: growing(12, 4), reference: growing(12, 1) };
    // the mean of ten iterations up to t is that of iteration t - 4.5: 4 (t - 4.5) >= 95.5 from t = 29 on
    const smoothed = iterationsToTarget(race, statistic, { resamples: 100, key });
    assert.deepEqual(smoothed.iterations, { value: 24.5, standardError: 0, interval: [24.5, 24.5] });
    assert.deepEqual(smoothed.speedUp.interval, [95.5 / 24.5, 95.5 / 24.5]);
    const sound = iterationsToTarget(race, statistic, { window: 1, resamples: 100, key });
    assert.deepEqual(sound.iterations, { value: 25, standardError: 0, interval: [25, 25] });
    assert.deepEqual(sound.speedUp, { value: 4, standardError: 0, interval: [4, 4] });
    const released = releasedIterationsToTarget(race, statistic, { key });
    // step 24 of 0 ... 99
    assert.deepEqual(released.iterations, { value: 24, standardError: 0, interval: null });
    assert.deepEqual([released.procedure, released.speedUp.value, released.resamples], ['released', 99 / 24, 250]);
  }
});

test('a longer window makes nobody slower: it counts where its middle is', () => {
  const race = { candidate: growing(6, 5), reference: growing(6, 1) };
  for (const window of [1, 5, 10, 20]) {
    const { value } = iterationsToTarget(race, 'mean', { window, resamples: 10, key }).speedUp;
    // without that it would be 100 / 22 for 5, 100 / 24 for 10 and 100 / 28 for 20
    assert.ok(Math.abs(value - 5) < 0.15, `${window}: ${value}`);
  }
});

test('an initialiser against itself has speed-up 1, but more than that in the released code', () => {
  const noisy = growing(15, 0.002, 1);
  const race = { candidate: noisy, reference: noisy };
  for (const window of [1, 10, 1000])
    assert.deepEqual(iterationsToTarget(race, 'iqm', { window, resamples: 200, key }).speedUp, {
      value: 1,
      standardError: 0,
      interval: [1, 1],
    });
  assert.ok(releasedIterationsToTarget(race, 'iqm', { key }).speedUp.value > 1.5);
});

test('a target that is never reached counts as one iteration more than there are, and its share is reported', () => {
  const race = { candidate: growing(5, 1), reference: growing(5, 2) };
  const sound = iterationsToTarget(race, 'median', { resamples: 20, key });
  assert.deepEqual(
    [sound.neverReached, sound.iterations.value, sound.speedUp.interval],
    [1, 96.5, [95.5 / 96.5, 95.5 / 96.5]],
  );
  const released = releasedIterationsToTarget(race, 'median', { key });
  assert.deepEqual([released.neverReached, released.iterations.value, released.speedUp.value], [1, 99, 1]);
});

test('an interval is open from where more than a fortieth of the resamples never arrive', () => {
  assert.deepEqual([0, 0.025, 0.0255, 1].map(isOpen), [false, false, true, true]);
  // of 2 from the tenth step on and one dud the mean is below 1 where the dud is drawn more often than not
  const race = (images: number) => {
    const score = (image: number, step: number): number => (image > 0 && step >= 9 ? 2 : 0);
    const steps = Array.from({ length: 20 }, (_, step) => step);
    const candidate = curvesFrom('candidate', Array.from({ length: images }, (_, i) => steps.map((t) => score(i, t)))); // prettier-ignore
    const reference = curvesFrom(
      'reference',
      Array.from({ length: images }, () => steps.map((t) => (t < 19 ? 0 : 1))),
    );
    return iterationsToTarget({ candidate, reference }, 'mean', { window: 1, key });
  };
  const [five, seven] = [race(5), race(7)];
  assert.ok(Math.abs(five.neverReached - 0.058) < 0.02 && Math.abs(seven.neverReached - 0.0102) < 0.008);
  assert.deepEqual([five.reached, five.speedUp.interval], [true, [20 / 21, 2]], 'the lower end is a bound');
  assert.deepEqual([seven.reached, seven.speedUp.interval], [true, [2, 2]]);
});

const iterations = (candidate: Curves, reference: Curves, window: number): number =>
  iterationsToTarget({ candidate, reference }, 'iqm', { window, resamples: 10, key }).iterations.value;

test('a blip of one step counts alone, but not among the ten of a window', () => {
  const [candidate, reference] = [growing(6, 2), growing(6, 1)];
  const blip = candidate.map((curve) => curve.map((score, step) => (step === 3 ? 250 : score)));
  assert.deepEqual([iterations(candidate, reference, 1), iterations(blip, reference, 1)], [50, 4]);
  // 2 (t - 4.5) >= 100 - 4.5 from t = 53 on
  assert.deepEqual([iterations(candidate, reference, 10), iterations(blip, reference, 10)], [48.5, 48.5]);
  assert.equal(releasedIterationsToTarget({ candidate: blip, reference }, 'iqm', { key }).iterations.value, 3);
});

test('a last dip does not count, of the candidate or of the reference', () => {
  const [candidate, reference] = [growing(6, 2), growing(6, 1)];
  const dip = (curves: Curves): Curves =>
    curves.map((curve) => curve.map((score, step) => (step === curve.length - 1 ? score / 2 : score)));
  for (const window of [1, 10]) assert.equal(iterations(dip(candidate), reference, window), window === 1 ? 50 : 48.5);
  // half the target where it is all that counts, and a twentieth less among ten: 2 (t - 4.5) >= 95.5 - 5 from t = 50 on
  assert.deepEqual([iterations(candidate, dip(reference), 1), iterations(candidate, dip(reference), 10)], [25, 45.5]);
});

test('with a window of 1 each curve counts from where it first is at the last value of the reference', () => {
  const curve = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 12 });
  fc.assert(
    fc.property(curve, curve, (ours, theirs) => {
      const race = { candidate: curvesFrom('ours', [ours]), reference: curvesFrom('theirs', [theirs]) };
      const sound = iterationsToTarget(race, 'median', { window: 1, resamples: 2, key });
      const first = (scores: number[]): number => (firstReaching(scores, theirs.at(-1)!) ?? 12) + 1;
      assert.equal(sound.iterations.value, first(ours));
      assert.equal(sound.speedUp.value, first(theirs) / first(ours));
    }),
    { seed: 1 },
  );
});

test('an image whose mask dies is left out of the steps at which it is dead', () => {
  const [first, ...rest] = growing(8, 4);
  const dead = first!.map((score, step) => (step > 10 ? NaN : score));
  const { iterations } = iterationsToTarget({ candidate: [dead, ...rest], reference: growing(8, 1) }, 'mean', {
    resamples: 50,
    key,
  });
  // the first image grows most slowly: without it the mean is larger, and the target is reached a little sooner than at 24.5
  assert.ok(iterations.value < 24.5 && iterations.value > 14.5);
});

test('resamples of nothing but dead masks have no target and are not counted', () => {
  const [alive, ...others] = growing(3, 1);
  const reference = [alive!, ...others.map((curve) => curve.map((score, step) => (step > 50 ? NaN : score)))];
  const race = { candidate: growing(3, 2), reference };
  // (2 / 3)³ of the resamples lack the one image that is alive
  const { resamples } = iterationsToTarget(race, 'mean', { resamples: 1000, key });
  assert.ok(Math.abs(resamples / 1000 - 19 / 27) < 0.06, `${resamples}`);
  assert.equal(releasedIterationsToTarget(race, 'mean', { resamples: 1000, key }).resamples, resamples);
  const late = [alive!, ...others.map((curve) => curve.map((score, step) => (step > 95 ? NaN : score)))];
  const targets = (window: number): number =>
    iterationsToTarget({ ...race, reference: late }, 'mean', { window, resamples: 1000, key }).resamples;
  assert.deepEqual([targets(10), targets(1)], [1000, resamples], 'what is alive within the last window makes a target');
  const dead = reference.map((curve) => curve.map((score, step) => (step > 50 ? NaN : score)));
  assert.throws(() => iterationsToTarget({ ...race, reference: dead }, 'mean', { key }), {
    message: 'reference must have a score at the last step, got none',
  });
});

test('a target is reached at the first step that is not below it', () => {
  const curve = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(curve, fc.integer({ min: 0, max: 9 }), (scores, target) => {
      const reached = firstReaching(scores, target);
      assert.ok(scores.slice(0, reached ?? scores.length).every((score) => score < target));
      if (reached !== null) assert.ok(scores[reached]! >= target);
    }),
  );
  assert.equal(firstReaching([NaN, 1], 1), 1);
  assert.throws(() => firstReaching([1], NaN), { message: 'target must be a number, got NaN' });
});

test('normalised scores are at most 1, and 1 somewhere on every image', () => {
  const [a, b] = [growing(4, 1, 3), growing(4, 2, 3)];
  const { fast, slow } = normalisedScores({ slow: a, fast: b });
  for (let image = 0; image < 4; image++) assert.equal(Math.max(...slow[image]!, ...fast[image]!), 1);
  const dead = curvesFrom('dead', [[0, null]]);
  assert.deepEqual(normalisedScores({ dead }), { dead: [Float64Array.of(NaN, NaN)] });
});

test('single images: means over those that reach the level, the median over all', () => {
  const curves = curvesFrom('cp', [
    [0, 1, 1],
    [1, 0, 1],
    [0, 0, 1],
    [0, 0, 0],
  ]);
  assert.deepEqual(iterationsToLevel(curves, 1), { reachedShare: 0.75, mean: 1, median: 1.5, images: 4 });
  assert.deepEqual(iterationsToLevel(curves, 2), { reachedShare: 0, mean: null, median: null, images: 4 });
});

test('initialisers on different images are refused', () => {
  const race = { candidate: growing(3, 1), reference: growing(4, 1) };
  const message = 'candidate must be as long as reference (4), got 3';
  assert.throws(() => iterationsToTarget(race, 'iqm', { key }), { message });
  assert.throws(() => releasedIterationsToTarget(race, 'iqm', { key }), { message });
});

test('a window that is no positive integer is refused', () => {
  const race = { candidate: growing(3, 1), reference: growing(3, 1) };
  for (const window of [0, 1.5]) {
    const message = `window must be a positive integer, got ${window}`;
    assert.throws(() => iterationsToTarget(race, 'iqm', { window, key }), { message });
  }
});
