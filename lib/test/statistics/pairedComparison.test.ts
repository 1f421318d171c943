import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomKey } from '../../src/random/key';
import { bonferroni } from '../../src/statistics/significance/bonferroni';
import { median } from '../../src/statistics/summaries/median';
import { pairedComparison } from '../../src/statistics/sound/pairedComparison';
import { significanceStars } from '../../src/statistics/significance/significanceStars';
import { wilcoxonSignedRank } from '../../src/statistics/significance/wilcoxonSignedRank';
import reference from '../fixtures/statistics.json';
import { releasedPairedComparison } from '../../src/statistics/released/releasedPairedComparison';

const key = randomKey('paired');
const differences = Float64Array.from(reference.wilcoxon.find(({ name }) => name === 'n = 51')!.differences);
const base = differences.map((_, image) => image);
const candidate = differences.map((difference, image) => base[image]! + difference);

test('the sound comparison keeps all differences and carries the number of comparisons', () => {
  const {
    median: middle,
    corrected,
    wilcoxon,
    ...rest
  } = pairedComparison(differences, new Float64Array(51), {
    comparisons: 6,
    key,
  });
  assert.equal(middle.value, median(differences));
  assert.ok(middle.interval![0] <= middle.value && middle.value <= middle.interval![1]);
  assert.deepEqual(wilcoxon, wilcoxonSignedRank(differences));
  assert.deepEqual(corrected, { pValue: Math.min(1, 6 * wilcoxon.pValue), comparisons: 6 });
  assert.deepEqual([rest.procedure, rest.kept, rest.missing], ['sound', 51, 0]);
});

test('the released comparison drops the differences outside their 1st and 99th percentile and corrects nothing', () => {
  const released = releasedPairedComparison(candidate, base);
  assert.deepEqual([released.procedure, released.kept, released.wilcoxon.method], ['released', 49, 'approximate']);
  assert.equal(released.stars, significanceStars(released.wilcoxon.pValue));
  const inner = Array.from(candidate, (score, i) => score - base[i]!)
    .sort((a, b) => a - b)
    .slice(1, -1);
  assert.equal(released.wilcoxon.pValue, wilcoxonSignedRank(inner, { method: 'approximate' }).pValue);
});

test('an image on which one of the two has died is left out of both and counted', () => {
  const dead = candidate.map((score, image) => (image < 3 ? NaN : score));
  const compared = pairedComparison(dead, base, { comparisons: 1, key });
  assert.deepEqual([compared.kept, compared.missing], [48, 3]);
  assert.equal(
    compared.median.value,
    pairedComparison(candidate.slice(3), base.slice(3), { comparisons: 1, key }).median.value,
  );
  assert.throws(() => releasedPairedComparison(Float64Array.of(NaN), Float64Array.of(1)), {
    message: 'differences must hold at least one number, got none',
  });
  assert.throws(() => pairedComparison(candidate, base.slice(1), { comparisons: 1, key }), {
    message: 'candidate must be as long as reference (50), got 51',
  });
});

test('the interval of a median difference covers the true one in about 95 of 100 samples', () => {
  // 200 samples of 30 differences of known median 0, from a fixed permutation of a symmetric grid
  const sample = (seed: number): Float64Array =>
    Float64Array.from({ length: 30 }, (_, i) => {
      const [high, low] = randomKey('sample', seed, i);
      return (high + low / 2 ** 32) / 2 ** 31;
    });
  const zero = new Float64Array(30);
  const covered = Array.from({ length: 200 }, (_, seed) => {
    const { interval } = pairedComparison(sample(seed), zero, { comparisons: 1, resamples: 400, key }).median;
    return interval![0] <= 0 && 0 <= interval![1];
  }).filter(Boolean).length;
  // Binomial(200, 0.95): mean 190, standard deviation 3.1
  assert.ok(covered >= 178 && covered <= 199, `${covered} of 200`);
});

test('the positive share counts the differences above 0, a tie not among them', () => {
  const [ours, theirs] = [Float64Array.of(3, 2, 1, 5, NaN), Float64Array.of(1, 2, 2, 4, 0)];
  assert.equal(pairedComparison(ours, theirs, { comparisons: 1, key }).positive, 2 / 4);
  const inner = [...differences].sort((a, b) => a - b).slice(1, -1);
  assert.equal(releasedPairedComparison(candidate, base).positive, inner.filter((d) => d > 0).length / 49);
});

test('Bonferroni multiplies by the stated number, and stars stand for 1, 5 and 10 %', () => {
  assert.deepEqual(bonferroni(0.3, 6), { pValue: 1, comparisons: 6 });
  assert.throws(() => bonferroni(0.3, 0), { message: 'comparisons must be a positive integer, got 0' });
  assert.deepEqual([0.0099, 0.01, 0.05, 0.1].map(significanceStars), ['***', '**', '*', '']);
});
