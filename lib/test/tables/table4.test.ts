import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FinishedRun } from '../../src/study/store/RunResult';
import { attributions } from '../../src/study/plan/startNames';
import { table4 } from '../../src/tables/table4';
import { exampleComparison } from '../figures/exampleResults';
import { assertRow, findRow } from './tableRows';

test('table4: an attribution’s score is its own, and as released 1 / retained information', () => {
  const half = exampleComparison(3, 10).map((finished) => {
    if (!attributions.includes(finished.run.initializer.name)) return finished;
    const curves = { ...finished.result.curves, retainedProbability: [0.5], retainedL1: [0.25], retainedPixel: [0.25] };
    return { ...finished, result: { ...finished.result, curves } };
  });
  const wanted = { metric: 'CP-L1', explanation: 'Grad-CAM (ranks)' };
  assertRow(findRow(table4(half, 'sound'), wanted), { iteration: null, IQM: 2, error: 0, n: 3 });
  assertRow(findRow(table4(half, 'released'), wanted), { iteration: null, IQM: 4, error: 0, n: 3, 'low 95 %': null });
  const wavelet = { metric: 'CP-Pixel', explanation: 'WaveletX from StartGrad', iteration: 10 };
  assert.equal(findRow(table4(half, 'sound'), wavelet).IQM, findRow(table4(half, 'released'), wavelet).IQM);
});

test('table4: as released, an attribution that retains nothing has no score: 1 / 0 is none', () => {
  const nothing = exampleComparison(3, 10).map((finished) => {
    const { initializer, subject } = finished.run;
    if (initializer.name !== 'grad-cam-ranks') return finished;
    const retainedPixel = [subject.name === 'photo0.png' ? 0 : 0.25];
    return { ...finished, result: { ...finished.result, curves: { ...finished.result.curves, retainedPixel } } };
  });
  const row = findRow(table4(nothing, 'released'), { metric: 'CP-Pixel', explanation: 'Grad-CAM (ranks)' });
  assertRow(row, { IQM: 4, error: 0, n: 2, 'no score': 1 });
});

test('table4: counts the masks that have lost the class, and shows other initialisers where they are named', () => {
  const runs = exampleComparison(3, 10).map((finished) => {
    const { initializer, subject } = finished.run;
    const share = subject.name === 'photo0.png' ? 0.5 : 0.49;
    if (initializer.name === 'integrated-gradients') return retaining(finished, [share]);
    return initializer.name === 'uniform' ? retaining(finished, [...Array<number>(9).fill(1), share]) : finished;
  });
  const table = table4(runs, 'sound', { initializers: ['startgrad', 'uniform'] });
  const lost = (explanation: string, iteration: number | null): unknown =>
    findRow(table, { metric: 'CP-L1', explanation, iteration })['lost the class'];
  assert.deepEqual(
    [lost('IG (min-max)', null), lost('Grad-CAM (ranks)', null), lost('WaveletX from uniform', 10), lost('WaveletX from uniform', 5), lost('WaveletX from StartGrad', 10)], // prettier-ignore
    [2, 0, 2, 0, 0],
  );
});

const retaining = (finished: FinishedRun, retainedProbability: number[]): FinishedRun => ({
  ...finished,
  result: { ...finished.result, curves: { ...finished.result.curves, retainedProbability } },
});
