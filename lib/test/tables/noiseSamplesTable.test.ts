import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { FinishedRun } from '../../src/study/store/RunResult';
import { describeNoiseSamples, noiseSamplesTable } from '../../src/tables/noiseSamplesTable';
import { exampleResult, withScores } from '../figures/exampleResults';
import { assertRow, findRow, pixelMaskRuns, rowsOf } from './tableRows';

describe('noiseSamplesTable', () => {
  const scores = (factor: number): Record<string, number[][]> =>
    Object.fromEntries(
      ['startgrad', 'all-ones', 'uniform'].map((start, i) => [
        start,
        [1, 4].map((photograph) => [1, 2, 3, 4].map((t) => factor ** (i + 1) * photograph * t)),
      ]),
    );
  const few = pixelMaskRuns(scores(1));
  const sixteen = ({ run, result }: FinishedRun): FinishedRun => ({ run: { ...run, samples: 16 }, result });
  const many = pixelMaskRuns(scores(2)).map(sixteen);

  test('gives the geometric mean of the ratios, of the photographs that have both', () => {
    const table = noiseSamplesTable(
      few,
      many.filter(({ run }) => run.subject.name === 'photo1.png'),
    );
    const wanted = { method: 'PixelMask', start: 'uniform', iteration: 4 };
    assertRow(findRow(table, wanted), { 'CP-Pixel, 16 samples / 4': 8, n: 1 });
    assertRow(findRow(noiseSamplesTable(few, many), { ...wanted, start: 'StartGrad' }), {
      'CP-Pixel, 16 samples / 4': 2,
      n: 2,
    });
  });

  test('the smallest and the largest of the ratios stand beside their mean', () => {
    const ratios = (own: number[]) => pixelMaskRuns({ startgrad: own.map((r) => [r]), 'all-ones': own.map((r) => [r]), uniform: own.map((r) => [r]) }); // prettier-ignore
    const table = noiseSamplesTable(ratios([1, 1]), ratios([1, 4]).map(sixteen));
    const row = findRow(table, { start: 'uniform' });
    assertRow(row, { 'CP-Pixel, 16 samples / 4': 2, smallest: 1, largest: 4, n: 2, 'no ratio': 0 });
    const lost = noiseSamplesTable(ratios([1, 0]), ratios([3, 4]).map(sixteen));
    assertRow(findRow(lost, { start: 'uniform' }), { 'CP-Pixel, 16 samples / 4': 3, n: 1, 'no ratio': 1 });
    const none = noiseSamplesTable(ratios([1, 1]), ratios([0, 0]).map(sixteen));
    assertRow(findRow(none, { start: 'uniform' }), { 'CP-Pixel, 16 samples / 4': null, n: 0, 'no ratio': 2 });
    assert.equal(
      describeNoiseSamples(ratios([1, 1]), ratios([1, 0.4]).map(sixteen)),
      'PixelMask n = 2, 3 of 12 masks lost the class (below 50 % of its probability), efficientnet-lite0, variant paper',
    );
  });

  test('leaves out what the study with more samples has not finished: photographs, and methods', () => {
    const waveletX = (start: string, photograph: number) => exampleResult(photograph, 'waveletx', start, { iterations: 4 }); // prettier-ignore
    const started = [waveletX('all-ones', 0), waveletX('startgrad', 0), waveletX('uniform', 1)].map(sixteen);
    const finished = ['startgrad', 'all-ones', 'uniform'].map((start) => waveletX(start, 0));
    const stopped = many.filter(
      ({ run }) => !(run.subject.name === 'photo1.png' && run.initializer.name === 'uniform'),
    );
    const table = noiseSamplesTable([...few, ...finished], [...stopped, ...started]);
    assert.deepEqual([...new Set(rowsOf(table).map(({ method, n }) => `${String(method)} ${String(n)}`))], ['PixelMask 1']); // prettier-ignore
    const both = noiseSamplesTable([...few, ...finished], [...stopped, ...finished.map(sixteen)]);
    assertRow(findRow(both, { method: 'WaveletX', start: 'StartGrad', iteration: 4 }), { 'CP-Pixel, 16 samples / 4': 1, n: 1 }); // prettier-ignore
    assert.match(describeNoiseSamples([...few, ...finished], [...stopped, ...finished.map(sixteen)]), /^PixelMask n = 1, WaveletX n = 1, /); // prettier-ignore
  });

  test('refuses two classifiers, and studies of different length', () => {
    const other = many.map(({ run, result }) => ({ run: { ...run, classifier: { name: 'resnet18' } }, result }));
    assert.throws(() => noiseSamplesTable(few, other), /runs must have one classifier, got efficientnet-lite0 and resnet18/); // prettier-ignore
    const short = few.map((finished) => withScores(finished, [1, 2]));
    assert.throws(() => noiseSamplesTable(short, many), /many\[0\] must be as long as few\[0\] \(2\), got 4/);
  });

  test('refuses runs that share no photograph', () => {
    const [one, other] = ['photo0.png', 'photo1.png'].map((name) =>
      (name === 'photo0.png' ? few : many).filter(({ run }) => run.subject.name === name),
    );
    assert.throws(
      () => noiseSamplesTable(one!, other!),
      /^RangeError: few and many must share a photograph that a method explains from every start, got none$/,
    );
  });
});
