import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { table2 } from '../../src/tables/table2';
import { assertRow, findRow, pixelMaskRuns, type Row } from './tableRows';

describe('table2', () => {
  const runs = pixelMaskRuns({
    startgrad: [[1, 3, 5, 6]],
    'all-ones': [[0, 1, 2, 3]],
    uniform: [[0, 1, 2, 13]],
  });
  const row = (procedure: 'sound' | 'released', reference: string): Row =>
    findRow(table2(runs, procedure), { metric: 'CP-L1', statistic: 'IQM', reference });

  test('is what a hand computes: two iterations against four', () => {
    // trailing means 1, 2, 3, 3.75 and 0, 0.5, 1, 1.5; the middle of the first two iterations against that of all four
    assertRow(row('sound', 'all-ones'), { iterations: 1.5, 'speed-up': 2.5 / 1.5, 'low 95 %': 2.5 / 1.5, 'resamples that never arrive': 0, n: 1 }); // prettier-ignore
    assertRow(row('released', 'all-ones'), { iterations: 1, 'speed-up': 3, 'low 95 %': null });
  });

  test('times means of 10 iterations, or of as many as asked for, or the first single step', () => {
    const own = pixelMaskRuns({ startgrad: [[1.5, 0, 3, 2.5]], 'all-ones': [[0, 1, 2, 3]], uniform: [[0, 1, 2, 3]] });
    const wanted = { metric: 'CP-L1', statistic: 'IQM', reference: 'all-ones' };
    const row = (window?: number): Row => findRow(table2(own, 'sound', { window }), wanted);
    // means of all 1.5, … against 1.5; of two 1.5, 0.75, 1.5, 2.75 against 2.5; single steps against 3
    assertRow(row(), { target: 'mean of 10 iterations', iterations: 1, 'speed-up': 2.5 });
    assertRow(row(2), { target: 'mean of 2 iterations', iterations: 3.5, 'speed-up': 1 });
    assertRow(row(1), { target: 'first reached', iterations: 3, 'speed-up': 4 / 3 });
    assertRow(findRow(table2(own, 'released', { window: 2 }), wanted), { target: 'first reached', iterations: 2 });
    assert.throws(() => row(1.5), { message: 'window must be a positive integer, got 1.5' });
  });

  test('has a control: the released procedure makes a reference that dips faster than itself', () => {
    const own = pixelMaskRuns({ startgrad: [[1, 1, 1, 1]], 'all-ones': [[0, 2, 1, 1]], uniform: [[0, 1, 2, 3]] });
    const row = (procedure: 'sound' | 'released', reference: string): Row =>
      findRow(table2(own, procedure), { metric: 'CP-L1', statistic: 'IQM', reference });
    assertRow(row('released', 'all-ones'), { 'reference over itself': 3 });
    assertRow(row('released', 'uniform'), { 'reference over itself': 1 });
    assertRow(row('sound', 'all-ones'), { 'reference over itself': 1 });
  });

  test('says where the target is never reached', () => {
    const never = { iterations: null, 'speed-up': null, 'low 95 %': null, 'resamples that never arrive': 1 };
    assertRow(row('sound', 'uniform'), { ...never, 'speed-up in words': 'at most 0.8 (to 0.8)', 'high 95 %': 2.5 / 3 });
    assertRow(row('released', 'uniform'), {
      iterations: 3,
      'speed-up': 1,
      'speed-up in words': '1.0 ± 0.0, never in 100 %',
    });
  });

  test('compares whatever starts are named, the first with the others', () => {
    const two = findRow(table2(runs, 'sound', { initializers: ['all-ones', 'startgrad'] }), { metric: 'CP-L1', statistic: 'IQM' }); // prettier-ignore
    assert.equal(two.reference, 'StartGrad');
    assert.equal(two.iterations, null, 'all-ones never reach what StartGrad ends with');
  });
});
