import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { table1 } from '../../src/tables/table1';
import { exampleComparison } from '../figures/exampleResults';
import { assertRow, findRow, pixelMaskRuns, rowsOf } from './tableRows';

describe('table1', () => {
  // differences to all-ones 4, 3, 2, -0.5
  const runs = pixelMaskRuns({
    startgrad: [[5], [6], [7], [8]],
    'all-ones': [[1], [3], [5], [8.5]],
    uniform: [[5], [6], [7], [8]],
  });
  const wanted = { metric: 'CP-Pixel', reference: 'all-ones', iteration: 1 };

  test('is what a hand computes: all differences, exact test, Bonferroni for the tests of a method and metric', () => {
    // W⁺ = 2 + 3 + 4 of 16 sign assignments, of which two reach 9
    assertRow(findRow(table1(runs, 'sound'), wanted), {
      procedure: 'sound',
      method: 'PixelMask',
      'median difference': 2.5,
      p: 2 / 16,
      stars: '',
      'p, Bonferroni': 4 / 16,
      m: 2,
      n: 4,
      'no score': 0,
    });
    assertRow(findRow(table1(runs, 'sound'), { ...wanted, reference: 'uniform' }), { 'median difference': 0, p: 1 });
  });

  test('as released leaves out the largest and the smallest difference and approximates', () => {
    // z = (3 - 1.5 - 0.5) / √(2 · 3 · 5 / 24)
    assertRow(findRow(table1(runs, 'released'), wanted), {
      procedure: 'released',
      'median difference': 2.5,
      'low 95 %': null,
      p: 0.18554668476134878,
      m: 2,
      n: 2,
    });
  });

  test('reports iterations 50, 100 and 300, and of a shorter study a fifth, half and the last', () => {
    const iterations = (T: number): unknown[] => [...new Set(rowsOf(table1(exampleComparison(3, T), 'released')).map((row) => row.iteration))]; // prettier-ignore
    assert.deepEqual(iterations(300), [50, 100, 300]);
    assert.deepEqual(iterations(50), [10, 25, 50]);
    assert.throws(
      () => table1(exampleComparison(2, 5), 'released'),
      /runs must hold 3 photographs or more to be trimmed as released, got 2/,
    );
  });
});

test('table1: the first initialiser is compared with each of the others', () => {
  const runs = pixelMaskRuns({ 'mine.js': [[5], [9]], startgrad: [[4], [6]], 'all-ones': [[1], [3]] });
  const table = table1(runs, 'sound', { initializers: ['mine.js', 'startgrad', 'all-ones'] });
  const wanted = { candidate: 'mine.js', metric: 'CP-Pixel', iteration: 1 };
  assertRow(findRow(table, { ...wanted, reference: 'StartGrad' }), { 'median difference': 2, m: 2, n: 2 });
  assertRow(findRow(table, { ...wanted, reference: 'all-ones' }), { 'median difference': 5 });
});
