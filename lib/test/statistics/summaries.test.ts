import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { averageRanks } from '../../src/statistics/significance/averageRanks';
import { expectedResampledMedian } from '../../src/statistics/summaries/expectedResampledMedian';
import { interquartileMean } from '../../src/statistics/summaries/interquartileMean';
import { mean } from '../../src/statistics/summaries/mean';
import { median } from '../../src/statistics/summaries/median';
import { ascending, quantile } from '../../src/statistics/summaries/quantile';
import { releasedInterquartileMean } from '../../src/statistics/released/releasedInterquartileMean';
import { standardDeviation } from '../../src/statistics/summaries/standardDeviation';
import { trimmed } from '../../src/statistics/summaries/trimmed';
import reference from '../fixtures/statistics.json';
import { assertRelative } from './assertRelative';

/** Neither -0 nor so small that a product underflows. */
const number = fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((x) => Math.fround(x) + 0);
const finite = fc.array(number, { minLength: 1, maxLength: 40 });
const within = (value: number, list: readonly number[]): boolean => {
  const slack = 1e-9 * Math.max(...list.map(Math.abs));
  return value >= Math.min(...list) - slack && value <= Math.max(...list) + slack;
};

test("quantiles, interquartile means, deviations and ranks are NumPy's and SciPy's", () => {
  for (const one of reference.summaries) {
    for (const [q, value] of one.quantiles) assertRelative(quantile(one.values, q!), value!, 1e-12, `quantile ${q!}`);
    assertRelative(median(one.values), one.quantiles[4]![1]!, 1e-12);
    assertRelative(interquartileMean(one.values), one.iqm, 1e-12);
    const released = releasedInterquartileMean(Float64Array.from(one.values))!;
    assert.equal(released.kept, one.kept);
    assertRelative(released.standardError, one.iqm_error, 1e-12);
    assertRelative(standardDeviation(one.values), one.sd0, 1e-12);
    assertRelative(standardDeviation(one.values, 1), one.sd1, 1e-12);
    assert.deepEqual(Array.from(averageRanks(one.values).ranks), one.ranks);
  }
});

test("quantiles are rounded as NumPy's: interpolated from the nearer of the two values, from the upper one in the middle", () => {
  // numpy.quantile([low, high], q), NumPy 2.4.6; from the other end they would be 0.6500000000000001, 1.3499999999999999,
  // 1.8400000000000003, 0.8999999999999999 and 1.2000000000000002
  for (const [low, high, q, expected] of [
    [0.3, 1.7, 0.25, 0.6499999999999999],
    [0.3, 1.7, 0.75, 1.35],
    [0.4, 2, 0.9, 1.84],
    [0.1, 1.7, 0.5, 0.9],
    [0.4, 2, 0.5, 1.2],
  ] as const)
    assert.equal(quantile([low, high], q), expected);
});

test("SciPy's trimmed mean is another one: it drops a count at either end, not what lies outside the quartiles", () => {
  const differs = reference.summaries.filter(({ values, trim_mean }) => interquartileMean(values) !== trim_mean);
  assert.deepEqual(
    differs.map(({ values }) => values.length),
    reference.summaries.filter(({ iqm, trim_mean }) => iqm !== trim_mean).map(({ values }) => values.length),
  );
  assert.ok(differs.length > 0);
});

test('the expected median of resamples has the weights of the incomplete beta function', () => {
  for (const { values, expected_median } of reference.summaries)
    assertRelative(expectedResampledMedian(ascending(values)), expected_median, 1e-10);
});

test('of one or two values the expected median of resamples is exactly their median', () => {
  for (const values of [[0.7], [0.1, 0.7], [1 / 3, 1e6], [-0.3, 0.1]])
    assert.equal(expectedResampledMedian(Float64Array.from(values)), median(values));
});

test('every mean lies within the values, and scales with them', () => {
  const means = [mean, median, interquartileMean, (x: number[]) => expectedResampledMedian(ascending(x))];
  fc.assert(
    fc.property(finite, fc.constantFrom(...means), (values, statistic) => {
      const value = statistic(values);
      assert.ok(within(value, values), `${value} lies outside ${JSON.stringify(values)}`);
      // a power of two, so that nothing is rounded
      assert.equal(statistic(values.map((x) => 4 * x)), 4 * value);
    }),
  );
});

test('a quantile grows with q, and is a value itself at the ends', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(finite, share, share, (values, a, b) => {
      const slack = 1e-9 * Math.max(...values.map(Math.abs));
      assert.ok(quantile(values, Math.min(a, b)) <= quantile(values, Math.max(a, b)) + slack);
      assert.equal(quantile(values, 0), Math.min(...values));
      assert.equal(quantile(values, 1), Math.max(...values));
    }),
  );
});

test('the interquartile mean of two different values, of which none lies between the quartiles, is their mean', () => {
  assert.equal(interquartileMean([1, 2]), 1.5);
  assert.equal(releasedInterquartileMean(Float64Array.of(1, 2, NaN))?.value, 1.5);
});

test('trimming drops what lies outside its own percentiles, and nothing at p = 0', () => {
  const values = Array.from({ length: 500 }, (_, i) => (i * 7) % 500);
  assert.equal(trimmed(values, 0.01).length, 490);
  assert.deepEqual(trimmed(values, 0), values);
});

test('empty lists and numbers that are not finite are refused by name', () => {
  for (const statistic of [mean, median, interquartileMean, standardDeviation]) {
    assert.throws(() => statistic([]), {
      name: 'RangeError',
      message: 'values must hold at least one number, got none',
    });
    assert.throws(() => statistic([1, NaN]), { message: 'values must be finite numbers, got NaN at position 1' });
  }
  assert.throws(() => quantile([1], -0.1), { message: 'q must be a number from 0 to 1, got -0.1' });
  assert.throws(() => standardDeviation([1], 1), { message: 'values must hold more than ddof = 1 numbers, got 1' });
});
