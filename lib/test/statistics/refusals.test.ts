import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as library from '../../src/core';

const key = [1, 2] as const;
const none = Float64Array.of(1, NaN, 3);

/** Every public statistic of scores, which are NaN where there is none. */
const ofScores: Readonly<Record<string, (scores: Float64Array) => unknown>> = {
  bootstrap: (scores) => library.bootstrap(scores, 'median', { resamples: 9, key }),
  estimateCurve: (scores) => library.estimateCurve([scores, scores], 'iqm', { resamples: 9, key }),
  iterationsToLevel: (scores) => library.iterationsToLevel([scores, scores], 2),
  iterationsToTarget: (scores) =>
    library.iterationsToTarget({ candidate: [none, none], reference: [scores, scores] }, 'mean', { resamples: 9, key }),
  meanCurve: (scores) => library.meanCurve([scores]),
  normalisedScores: (scores) => library.normalisedScores({ a: [none], b: [scores] }),
  pairedComparison: (scores) => library.pairedComparison(none, scores, { resamples: 9, key, comparisons: 1 }),
  releasedInterquartileCurve: (scores) => library.releasedInterquartileCurve([scores]),
  releasedInterquartileMean: (scores) => library.releasedInterquartileMean(scores),
  releasedIterationsToTarget: (scores) =>
    library.releasedIterationsToTarget({ candidate: [scores], reference: [none] }, 'mean', { resamples: 9, key }),
  releasedPairedComparison: (scores) => library.releasedPairedComparison(scores, none),
  trailingMean: (scores) => library.trailingMean(scores, 2),
};

/** Those of numbers, all of which must be there. */
const ofNumbers: Readonly<Record<string, (values: Float64Array) => unknown>> = {
  interquartileMean: library.interquartileMean,
  median: library.median,
  quantile: (values) => library.quantile(values, 0.5),
  wilcoxonSignedRank: library.wilcoxonSignedRank,
};

for (const [name, statistic] of Object.entries(ofScores))
  test(`${name} takes NaN for a score that is not there, and refuses an infinite one`, () => {
    statistic(none);
    for (const infinite of [Infinity, -Infinity])
      assert.throws(() => statistic(Float64Array.of(1, infinite, 3)), {
        name: 'RangeError',
        message: new RegExp(`must be finite numbers or NaN for none, got ${infinite} at position 1$`),
      });
  });

for (const [name, statistic] of Object.entries(ofNumbers))
  test(`${name} refuses what is not finite`, () => {
    for (const odd of [NaN, Infinity, -Infinity])
      assert.throws(() => statistic(Float64Array.of(1, odd)), {
        name: 'RangeError',
        message: new RegExp(`must be finite numbers, got ${odd} at position 1$`),
      });
  });

test('a p-value, a level and a curve are numbers of their range', () => {
  assert.throws(() => library.bonferroni(NaN, 2), { message: 'pValue must be a number from 0 to 1, got NaN' });
  assert.throws(() => library.iterationsToLevel([none], Infinity), {
    message: 'level must be a finite number, got Infinity',
  });
  assert.throws(() => library.curvesFrom('cp', [[1, Infinity]]), { message: /^cp\[0\] must be finite numbers or NaN/ });
});

test('an option that does not exist is refused with the nearest one', () => {
  const odd = { key, resampels: 9 } as object as { key: typeof key };
  const race = { candidate: [none], reference: [none] };
  const calls = [
    () => library.bootstrap(none, 'mean', odd),
    () => library.estimateCurve([none], 'mean', odd),
    () => library.iterationsToTarget(race, 'mean', odd),
    () => library.releasedIterationsToTarget(race, 'mean', odd),
    () => library.pairedComparison(none, none, { ...odd, comparisons: 1 }),
  ];
  for (const call of calls)
    assert.throws(call, { name: 'RangeError', message: /^options must have no keys but .*resamples.*, got resampels: is resamples meant\?$/ }); // prettier-ignore
  assert.throws(() => library.wilcoxonSignedRank([1], { methd: 'exact' } as object), /got methd: is method meant\?/);
  assert.throws(() => library.wilcoxonSignedRank([1], { method: 'exakt' as 'exact' }), {
    message: 'method must be one of exact, approximate, auto, got "exakt"',
  });
  assert.throws(() => library.pairedComparison(none, none, null!), { message: 'options must be an object, got null' });
});
