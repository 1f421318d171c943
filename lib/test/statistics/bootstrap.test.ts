import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { randomKey } from '../../src/random/key';
import { bootstrap } from '../../src/statistics/sound/bootstrap';
import { curvesFrom } from '../../src/statistics/curves/Curves';
import { drawCounts } from '../../src/statistics/drawCounts';
import { estimateCurve } from '../../src/statistics/sound/estimateCurve';
import {
  releasedInterquartileMean,
  resampledInterquartileMean,
} from '../../src/statistics/released/releasedInterquartileMean';
import { SortedScores } from '../../src/statistics/curves/SortedScores';
import type { Statistic } from '../../src/statistics/summaries/statistics';
import reference from '../fixtures/statistics.json';
import { assertRelative } from './assertRelative';
import { meanCurve } from '../../src/statistics/released/meanCurve';
import { releasedInterquartileCurve } from '../../src/statistics/released/releasedInterquartileCurve';

const key = randomKey('bootstrap');
const skewed = Float64Array.from(reference.skewed);

test("the percentile bootstrap agrees with SciPy's within the noise of 20000 resamples", () => {
  for (const { statistic, standard_error, interval } of reference.bootstrap) {
    const ours = bootstrap(skewed, statistic as Statistic['name'], { resamples: 20000, key })!;
    assertRelative(ours.standardError, standard_error, 0.03, statistic);
    for (const end of [0, 1])
      assertRelative(ours.interval![end]!, interval[end]!, 0.03, `${statistic} interval ${end}`);
  }
});

test('95 % intervals of interquartile means hold what they say from about 7 images on, and less below', () => {
  /** Images whose scores are spread evenly around 0. */
  const sample = (n: number, seed: number): Float64Array =>
    Float64Array.from({ length: n }, (_, image) => randomKey('image', seed, image)[0] / 2 ** 32);
  const covered = (n: number): number => {
    const intervals = Array.from({ length: 1000 }, (_, seed) => bootstrap(sample(n, seed), 'iqm', { resamples: 300, key })!.interval!); // prettier-ignore
    return intervals.filter(([low, high]) => low <= 0 && 0 <= high).length / intervals.length;
  };
  // standard errors of these shares: 0.007 to 0.013
  const [three, four, seven, thirteen] = [3, 4, 7, 13].map(covered) as [number, number, number, number];
  assert.ok(Math.abs(three - 0.76) < 0.04, `${three}`);
  assert.ok(Math.abs(four - 0.88) < 0.03, `${four}`);
  assert.ok(Math.abs(seven - 0.95) < 0.02, `${seven}`);
  assert.ok(Math.abs(thirteen - 0.95) < 0.02, `${thirteen}`);
});

test('the released error of an interquartile mean is what resampling the kept values tends to, and too small', () => {
  const analytic = releasedInterquartileMean(skewed)!;
  const sampled = resampledInterquartileMean(skewed, { resamples: 20000, key })!;
  // standard errors of 20000 resamples: s / √20000 and s / √40000
  assert.ok(Math.abs(sampled.value - analytic.value) < (4 * analytic.standardError) / Math.sqrt(20000));
  assertRelative(sampled.standardError, analytic.standardError, 0.02);
  const sound = bootstrap(skewed, 'iqm', { key })!;
  assert.equal(sound.value, analytic.value);
  assert.ok(sound.standardError > 1.5 * analytic.standardError, `${sound.standardError} ${analytic.standardError}`);
});

test('draws are decided by the key, hold n picks each, and every thing as often as any other', () => {
  assert.deepEqual(drawCounts(20, 5, key), drawCounts(20, 5, key));
  assert.notDeepEqual(drawCounts(20, 5, key), drawCounts(20, 5, randomKey('another')));
  const draws = drawCounts(10, 4000, key);
  assert.ok(draws.every((counts) => counts.reduce((sum, count) => sum + count) === 10));
  // Σ over resamples of a thing's count is Binomial(40000, 1 / 10): χ² of 9 degrees of freedom, 99.9 % below 27.9
  const totals = draws.reduce((sum, counts) => sum.map((total, i) => total + counts[i]!), new Uint32Array(10));
  assert.ok(totals.reduce((χ2, total) => χ2 + (total - 4000) ** 2 / 4000, 0) < 27.9);
});

test('a resample comes out sorted, without the images that have no score', () => {
  const score = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(NaN));
  const sample = fc
    .array(score, { minLength: 1, maxLength: 30 })
    .chain((scores) =>
      fc.tuple(
        fc.constant(scores),
        fc.array(fc.nat(scores.length - 1), { minLength: scores.length, maxLength: scores.length }),
      ),
    );
  fc.assert(
    fc.property(sample, ([scores, picks]) => {
      const counts = Uint32Array.from(scores, (_, image) => picks.filter((pick) => pick === image).length);
      const picked = picks.map((image) => scores[image]!).filter((value) => !Number.isNaN(value));
      assert.deepEqual(new SortedScores(Float64Array.from(scores)).pick(counts), Float64Array.from(picked).sort());
    }),
  );
});

test('a curve has its statistic at every step; scores of dead masks are left out and counted', () => {
  const curves = curvesFrom('cp', [
    [1, 2, null],
    [2, null, null],
    [3, 6, null],
  ]);
  const [first, second, third] = estimateCurve(curves, 'mean', { resamples: 50, key });
  assert.deepEqual([first!.value, first!.count, first!.missing], [2, 3, 0]);
  assert.deepEqual([second!.value, second!.count, second!.missing], [4, 2, 1]);
  assert.equal(third, null);
  assert.deepEqual(first, bootstrap(Float64Array.of(1, 2, 3), 'mean', { resamples: 50, key }));
  assert.deepEqual(
    meanCurve(curves).map((point) => point && [point.procedure, point.value, point.missing]),
    [['released', 2, 0], ['released', 4, 1], null],
  );
  assert.equal(releasedInterquartileCurve(curves)[2], null);
});

test('mistakes are refused before any work', () => {
  assert.throws(() => bootstrap(skewed, 'mode' as 'mean', { key }), {
    message: 'statistic must be one of iqm, median, mean, got "mode"',
  });
  assert.throws(() => bootstrap(skewed, 'mean', { resamples: 0, key }), {
    message: 'resamples must be a positive integer, got 0',
  });
  assert.throws(() => curvesFrom('cp', []), { message: 'cp must hold at least one image and one step, got none' });
  assert.throws(() => curvesFrom('cp', [[Infinity]]), {
    message: 'cp[0] must be finite numbers or NaN for none, got Infinity at position 0',
  });
});
