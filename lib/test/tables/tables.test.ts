import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, test } from 'node:test';
import type { DataFrame } from 'danfojs-node';
import { zipObject } from 'lodash';
import type { FinishedRun } from '../../src/study/RunResult';
import { attributions } from '../../src/study/startNames';
import { describeNoiseSamples, noiseSamplesTable } from '../../src/tables/noiseSamplesTable';
import { describeBench, runTimesTable } from '../../src/tables/runTimesTable';
import { table1 } from '../../src/tables/table1';
import { table2 } from '../../src/tables/table2';
import { table4 } from '../../src/tables/table4';
import { writeTable } from '../../src/tables/writeTable';
import { exampleComparison, exampleResult, withScores } from '../figures/exampleResults';

type Row = Record<string, unknown>;
const rowsOf = (table: DataFrame): Row[] => (table.values as unknown[][]).map((row) => zipObject(table.columns, row));
const find = (table: DataFrame, wanted: Row): Row => {
  const found = rowsOf(table).filter((row) => Object.entries(wanted).every(([name, value]) => row[name] === value));
  assert.equal(found.length, 1, `one row must have ${JSON.stringify(wanted)}, ${found.length} have`);
  return found[0]!;
};
/** Checks numbers to nine digits; the first check is that it would notice the tenth part of a millionth. */
function assertRow(actual: Row, expected: Row): void {
  const near = (a: unknown, b: unknown): boolean =>
    typeof a === 'number' && typeof b === 'number' ? Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b)) : a === b;
  for (const [name, value] of Object.entries(expected)) {
    assert.ok(near(actual[name], value), `${name} must be ${String(value)}, is ${String(actual[name])}`);
    if (typeof value === 'number') assert.ok(!near(value + 1e-8 * Math.max(1, Math.abs(value)), value));
  }
}

/** PixelMask on photographs 0, 1, …: scores `[photograph][iteration]` by initialiser. */
const pixelMaskRuns = (scores: Record<string, number[][]>): FinishedRun[] =>
  Object.entries(scores).flatMap(([start, photographs]) =>
    photographs.map((own, photograph) => withScores(exampleResult(photograph, 'pixelmask', start), own)),
  );

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
    assertRow(find(table1(runs, 'sound'), wanted), {
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
    assertRow(find(table1(runs, 'sound'), { ...wanted, reference: 'uniform' }), { 'median difference': 0, p: 1 });
  });

  test('as released leaves out the largest and the smallest difference and approximates', () => {
    // z = (3 - 1.5 - 0.5) / √(2 · 3 · 5 / 24)
    assertRow(find(table1(runs, 'released'), wanted), {
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
  assertRow(find(table, { ...wanted, reference: 'StartGrad' }), { 'median difference': 2, m: 2, n: 2 });
  assertRow(find(table, { ...wanted, reference: 'all-ones' }), { 'median difference': 5 });
});

describe('table2', () => {
  const runs = pixelMaskRuns({
    startgrad: [[1, 3, 5, 6]],
    'all-ones': [[0, 1, 2, 3]],
    uniform: [[0, 1, 2, 13]],
  });
  const row = (procedure: 'sound' | 'released', reference: string): Row =>
    find(table2(runs, procedure), { metric: 'CP-L1', statistic: 'IQM', reference });

  test('is what a hand computes: the second iteration against the fourth', () => {
    // trailing means 1, 2, 3, 3.75 and 0, 0.5, 1, 1.5
    assertRow(row('sound', 'all-ones'), { iterations: 2, 'speed-up': 2, 'low 95 %': 2, 'resamples that never arrive': 0, n: 1 }); // prettier-ignore
    assertRow(row('released', 'all-ones'), { iterations: 1, 'speed-up': 3, 'low 95 %': null });
  });

  test('times means of 10 iterations, or of as many as asked for, or the first single step', () => {
    const own = pixelMaskRuns({ startgrad: [[1.5, 0, 3, 2.5]], 'all-ones': [[0, 1, 2, 3]], uniform: [[0, 1, 2, 3]] });
    const wanted = { metric: 'CP-L1', statistic: 'IQM', reference: 'all-ones' };
    const row = (window?: number): Row => find(table2(own, 'sound', { window }), wanted);
    // means of all 1.5, … against 1.5; of two 1.5, 0.75, 1.5, 2.75 against 2.5; single steps against 3
    assertRow(row(), { target: 'mean of 10 iterations', iterations: 1, 'speed-up': 4 });
    assertRow(row(2), { target: 'mean of 2 iterations', iterations: 4, 'speed-up': 1 });
    assertRow(row(1), { target: 'first reached', iterations: 3, 'speed-up': 4 / 3 });
    assertRow(find(table2(own, 'released', { window: 2 }), wanted), { target: 'first reached', iterations: 2 });
    assert.throws(() => row(1.5), { message: 'window must be a positive integer, got 1.5' });
  });

  test('has a control: the released procedure makes a reference that dips faster than itself', () => {
    const own = pixelMaskRuns({ startgrad: [[1, 1, 1, 1]], 'all-ones': [[0, 2, 1, 1]], uniform: [[0, 1, 2, 3]] });
    const row = (procedure: 'sound' | 'released', reference: string): Row =>
      find(table2(own, procedure), { metric: 'CP-L1', statistic: 'IQM', reference });
    assertRow(row('released', 'all-ones'), { 'reference over itself': 3 });
    assertRow(row('released', 'uniform'), { 'reference over itself': 1 });
    assertRow(row('sound', 'all-ones'), { 'reference over itself': 1 });
  });

  test('says where the target is never reached', () => {
    const never = { iterations: null, 'speed-up': null, 'low 95 %': null, 'resamples that never arrive': 1 };
    assertRow(row('sound', 'uniform'), { ...never, 'speed-up in words': 'at most 0.8 (to 0.8)', 'high 95 %': 4 / 5 });
    assertRow(row('released', 'uniform'), {
      iterations: 3,
      'speed-up': 1,
      'speed-up in words': '1.0 ± 0.0, never in 100 %',
    });
  });

  test('compares whatever starts are named, the first with the others', () => {
    const two = find(table2(runs, 'sound', { initializers: ['all-ones', 'startgrad'] }), { metric: 'CP-L1', statistic: 'IQM' }); // prettier-ignore
    assert.equal(two.reference, 'StartGrad');
    assert.equal(two.iterations, null, 'all-ones never reach what StartGrad ends with');
  });
});

test('table4: an attribution’s score is its own, and as released 1 / retained information', () => {
  const half = exampleComparison(3, 10).map((finished) => {
    if (!attributions.includes(finished.run.initializer.name)) return finished;
    const curves = { ...finished.result.curves, retainedProbability: [0.5], retainedL1: [0.25], retainedPixel: [0.25] };
    return { ...finished, result: { ...finished.result, curves } };
  });
  const wanted = { metric: 'CP-L1', explanation: 'Grad-CAM (ranks)' };
  assertRow(find(table4(half, 'sound'), wanted), { iteration: null, IQM: 2, error: 0, n: 3 });
  assertRow(find(table4(half, 'released'), wanted), { iteration: null, IQM: 4, error: 0, n: 3, 'low 95 %': null });
  const wavelet = { metric: 'CP-Pixel', explanation: 'WaveletX from StartGrad', iteration: 10 };
  assert.equal(find(table4(half, 'sound'), wavelet).IQM, find(table4(half, 'released'), wavelet).IQM);
});

test('table4: counts the masks that have lost the class, and shows other initialisers where they are named', () => {
  const runs = exampleComparison(3, 10).map((finished) => {
    const { initializer, photograph } = finished.run;
    const share = photograph.name === 'photo0.png' ? 0.5 : 0.49;
    if (initializer.name === 'integrated-gradients') return retaining(finished, [share]);
    return initializer.name === 'uniform' ? retaining(finished, [...Array<number>(9).fill(1), share]) : finished;
  });
  const table = table4(runs, 'sound', { initializers: ['startgrad', 'uniform'] });
  const lost = (explanation: string, iteration: number | null): unknown =>
    find(table, { metric: 'CP-L1', explanation, iteration })['lost the class'];
  assert.deepEqual(
    [lost('IG (min-max)', null), lost('Grad-CAM (ranks)', null), lost('WaveletX from uniform', 10), lost('WaveletX from uniform', 5), lost('WaveletX from StartGrad', 10)], // prettier-ignore
    [2, 0, 2, 0, 0],
  );
});

const retaining = (finished: FinishedRun, retainedProbability: number[]): FinishedRun => ({
  ...finished,
  result: { ...finished.result, curves: { ...finished.result.curves, retainedProbability } },
});

test('runTimesTable: the bench’s seconds of the initialisation, and nothing else', () => {
  const measurement = (benchmark: string, name: string) => ({
    benchmark,
    contenders: [{ name, seconds: [0.3, 0.1, 0.2], median: 0.2 }],
  });
  const measurements = [measurement('waveletx 256 px, parts', 'StartGrad initialisation'), measurement('ResNet18', 'startgrad')]; // prettier-ignore
  assert.deepEqual(rowsOf(runTimesTable({ threads: 2, measurements })), [
    {
      benchmark: 'waveletx 256 px',
      'median s': 0.2,
      'fastest s': 0.1,
      'slowest s': 0.3,
      rounds: 3,
      threads: 2,
      'published s (Apple M1)': 0.72,
    },
  ]);
  assert.throws(
    () => runTimesTable({ threads: 2, measurements: [measurement('ResNet18', 'startgrad')] }),
    /measurements must hold StartGrad initialisation, got ResNet18/,
  );
});

test('writeTable: writes CSV with every digit and Markdown with its caption, and nothing else', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'startgrad-tables-'));
  try {
    const table = { columns: ['method', 'median, s', 'n'], values: [['a|b', 1 / 3, null], ['c "d"', 2e-7, 4]] }; // prettier-ignore
    await writeTable(path.join(folder, 'new'), 'table01', table, 'What it shows.');
    const [csv, markdown] = await Promise.all(
      ['csv', 'md'].map((end) => readFile(path.join(folder, 'new', `table01.${end}`), 'utf8')),
    );
    assert.equal(csv, 'method,"median, s",n\na|b,0.3333333333333333,\n"c ""d""",2e-7,4\n');
    assert.equal(
      markdown,
      'What it shows.\n\n| method | median, s | n |\n| --- | ---: | ---: |\n| a\\|b | 0.3333 | – |\n| c "d" | 2e-7 | 4 |\n',
    );
    assert.deepEqual((await readdir(path.join(folder, 'new'))).sort(), ['table01.csv', 'table01.md']);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('describeBench: the machine, its threads and load, and what was explained', () => {
  const bench = { processor: 'AMD EPYC', threads: 2, loadBefore: [5.56, 6, 6], loadAfter: [3, 5, 6] };
  assert.equal(
    describeBench(bench),
    'AMD EPYC, 2 threads, load average 5.56 before and 3 after, ResNet18 with random weights',
  );
});

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
      many.filter(({ run }) => run.photograph.name === 'photo1.png'),
    );
    const wanted = { method: 'PixelMask', start: 'uniform', iteration: 4 };
    assertRow(find(table, wanted), { 'CP-Pixel, 16 samples / 4': 8, n: 1 });
    assertRow(find(noiseSamplesTable(few, many), { ...wanted, start: 'StartGrad' }), {
      'CP-Pixel, 16 samples / 4': 2,
      n: 2,
    });
  });

  test('the interval is that of a bootstrap of photographs: with ratios 1 and 4 of two, from one to the other', () => {
    const ratios = (own: number[]) => pixelMaskRuns({ startgrad: own.map((r) => [r]), 'all-ones': own.map((r) => [r]), uniform: own.map((r) => [r]) }); // prettier-ignore
    const table = noiseSamplesTable(ratios([1, 1]), ratios([1, 4]).map(sixteen));
    const row = find(table, { start: 'uniform' });
    assertRow(row, { 'CP-Pixel, 16 samples / 4': 2, 'low 95 %': 1, 'high 95 %': 4, n: 2, 'no ratio': 0 });
    const lost = noiseSamplesTable(ratios([1, 0]), ratios([3, 4]).map(sixteen));
    assertRow(find(lost, { start: 'uniform' }), { 'CP-Pixel, 16 samples / 4': 3, n: 1, 'no ratio': 1 });
    const none = noiseSamplesTable(ratios([1, 1]), ratios([0, 0]).map(sixteen));
    assertRow(find(none, { start: 'uniform' }), { 'CP-Pixel, 16 samples / 4': null, n: 0, 'no ratio': 2 });
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
      ({ run }) => !(run.photograph.name === 'photo1.png' && run.initializer.name === 'uniform'),
    );
    const table = noiseSamplesTable([...few, ...finished], [...stopped, ...started]);
    assert.deepEqual([...new Set(rowsOf(table).map(({ method, n }) => `${String(method)} ${String(n)}`))], ['PixelMask 1']); // prettier-ignore
    const both = noiseSamplesTable([...few, ...finished], [...stopped, ...finished.map(sixteen)]);
    assertRow(find(both, { method: 'WaveletX', start: 'StartGrad', iteration: 4 }), { 'CP-Pixel, 16 samples / 4': 1, n: 1 }); // prettier-ignore
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
      (name === 'photo0.png' ? few : many).filter(({ run }) => run.photograph.name === name),
    );
    assert.throws(
      () => noiseSamplesTable(one!, other!),
      /^RangeError: few and many must share a photograph that a method explains from every start, got none$/,
    );
  });
});
