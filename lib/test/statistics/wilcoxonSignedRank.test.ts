import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { normalTail } from '../../src/statistics/significance/normalTail';
import { wilcoxonSignedRank } from '../../src/statistics/significance/wilcoxonSignedRank';
import reference from '../fixtures/statistics.json';
import { assertRelative } from './assertRelative';

describe("the signed-rank test is SciPy's", () => {
  for (const { name, differences, statistic, approximate, exact, auto } of reference.wilcoxon)
    test(name, () => {
      const approximated = wilcoxonSignedRank(differences, { method: 'approximate' });
      assert.equal(approximated.statistic, statistic);
      assertRelative(approximated.pValue, approximate, 1e-10);
      assertRelative(wilcoxonSignedRank(differences).pValue, auto, 1e-10);
      if (exact !== null) assertRelative(wilcoxonSignedRank(differences, { method: 'exact' }).pValue, exact, 1e-10);
    });
});

test("the normal tail is SciPy's, to z = 30 and on both sides of where its two formulas meet", () => {
  for (const [z, p] of reference.normal_tail) assertRelative(normalTail(z!), p!, 1e-12, `tail at ${z!}`);
});

test('the normal tail is exactly 1 where the series overflows, and of NaN there is none', () => {
  assert.equal(normalTail(-40), 1);
  assert.throws(() => normalTail(NaN), { name: 'RangeError', message: 'z must be a number, got NaN' });
});

const distinct = fc.uniqueArray(
  fc.integer({ min: -1000, max: 1000 }).filter((d) => d !== 0),
  {
    minLength: 1,
    maxLength: 30,
    selector: Math.abs,
  },
);

test('the exact tails of d and -d overlap in P(W⁺ = w) alone, so they sum to at least 1', () => {
  fc.assert(
    fc.property(distinct, (differences) => {
      const p = (d: number[]): number => wilcoxonSignedRank(d, { method: 'exact' }).pValue;
      const sum = p(differences) + p(differences.map((d) => -d));
      assert.ok(sum > 1 - 1e-12 && sum <= 2);
    }),
  );
});

test('p depends on the order and the scale of the differences in no way', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 60 }), (differences) => {
      const { pValue } = wilcoxonSignedRank(differences);
      assert.equal(wilcoxonSignedRank(differences.map((d) => 4 * d).reverse()).pValue, pValue);
    }),
  );
});

test('with ties the exact distribution is that of all sign assignments, counted one by one', () => {
  const differences = [1, 1, -2, 3, 3];
  const ranks = [1.5, 1.5, 3, 4.5, 4.5];
  const sums = Array.from({ length: 32 }, (_, signs) =>
    ranks.reduce((sum, rank, i) => sum + ((signs >> i) & 1) * rank, 0),
  );
  const observed = 1.5 + 1.5 + 4.5 + 4.5;
  const { pValue, method } = wilcoxonSignedRank(differences);
  assert.equal(method, 'exact');
  assert.equal(pValue, sums.filter((sum) => sum >= observed).length / 32);
});

test('zeros are dropped; where nothing is left there is no evidence', () => {
  assert.deepEqual(wilcoxonSignedRank([0, 0]), { statistic: 0, pValue: 1, method: 'exact', n: 0 });
  assert.equal(wilcoxonSignedRank([0, 1, 2, 3]).pValue, wilcoxonSignedRank([1, 2, 3]).pValue);
  assert.throws(() => wilcoxonSignedRank([]), { message: 'differences must hold at least one number, got none' });
});
