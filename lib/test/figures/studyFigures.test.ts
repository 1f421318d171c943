import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { methods } from '../../src/explainers/methods';
import type { Figure } from '../../src/figures/Figure';
import { explanationsOverTime } from '../../src/figures/explanationsOverTime';
import { faithfulnessFigure } from '../../src/figures/faithfulnessFigure';
import { interquartileMeanFigure } from '../../src/figures/interquartileMeanFigure';
import { iterationsToLevelFigure, levelCurves } from '../../src/figures/iterationsToLevelFigure';
import { logAxis } from '../../src/figures/logAxis';
import { maskSizeFigure } from '../../src/figures/maskSizeFigure';
import { normalisedCurves, normalisedScoreFigure } from '../../src/figures/normalisedScoreFigure';
import { initializerStyle } from '../../src/figures/palette';
import { photographGrid } from '../../src/figures/photographGrid';
import { retainedFigure } from '../../src/figures/retainedFigure';
import { speedUpFigure } from '../../src/figures/speedUpFigure';
import { interquartileMean } from '../../src/statistics/interquartileMean';
import { toHistory, type FinishedRun } from '../../src/study/RunResult';
import { byName } from '../../src/validation/byName';
import { assertSnapshot } from './assertSnapshot';
import { exampleComparison, exampleMaskSizes } from './exampleResults';

interface Trace {
  readonly name?: string;
  readonly x: (number | null)[];
  readonly y: (number | null)[];
  readonly xaxis: string;
  readonly fill?: string;
  readonly mode: string;
  readonly line: { readonly color?: string; readonly width: number };
}
const traces = (figure: Figure): Trace[] => figure.data as unknown as Trace[];
const curves = (figure: Figure): Trace[] => traces(figure).filter(({ name }) => name !== undefined);
const bands = (figure: Figure): Trace[] => traces(figure).filter(({ fill }) => fill === 'toself');

const comparison = exampleComparison(4, 6);
const sizes = exampleMaskSizes(4, 6);
const photographs = { 'photo0.png': 'data:image/png;base64,AAAA', 'photo2.png': 'data:image/png;base64,BBBB' };

const figures: Record<string, (runs: readonly FinishedRun[]) => Figure> = {
  normalisedScoreFigure: (runs) => normalisedScoreFigure(runs, 'cpPixel'),
  iterationsToLevelFigure: (runs) => iterationsToLevelFigure(runs, 'cpL1'),
  interquartileMeanFigure: (runs) => interquartileMeanFigure(runs),
  retainedFigure: (runs) => retainedFigure(runs, 'waveletx'),
  faithfulnessFigure: (runs) => faithfulnessFigure(runs, 'sound'),
  maskSizeFigure: (runs) => maskSizeFigure(runs, 'cpPixel'),
  speedUpFigure,
  photographGrid: (runs) => photographGrid(runs, 'shearletx', photographs),
  explanationsOverTime: (runs) => explanationsOverTime(runs, 'pixelmask', 'photo1.png'),
};

for (const [name, draw] of Object.entries(figures)) {
  const runs = name.includes('Size') || name.includes('speed') ? sizes : comparison;
  describe(name, () => {
    test('draws as it did', () => assertSnapshot(name, draw(runs)));

    test('says of how many photographs, samples, which classifier and variant', () => {
      const count = name === 'explanationsOverTime' ? 'n = 1 photograph' : name === 'photographGrid' ? 'n = 2 photographs' : 'n = 4 photographs'; // prettier-ignore
      const { title } = draw(runs).layout as { title: { text: string; subtitle: { text: string } } };
      assert.ok(title.text.length > 0);
      assert.ok(title.subtitle.text.startsWith(`${count}, 4 noise samples, efficientnet-lite0, variant paper`));
    });

    test('refuses nothing, and runs of two variants', () => {
      assert.throws(() => draw([]), /runs must hold .*, got none/);
      const mixed = runs.map(({ run, result }) => {
        if (run.initializer.name !== 'uniform') return { run, result };
        const { released } = byName('method', methods, run.method).variants;
        const options = runs === sizes ? { ...run.options, bins: released.bins } : released;
        return { run: { ...run, variant: 'released' as const, options }, result };
      });
      assert.throws(() => draw(mixed), /runs must have one variant, got (paper and released|released and paper)/);
    });
  });
}

describe('what is drawn', () => {
  test('the interquartile mean of every iteration, within its band; the released band is narrower', () => {
    const [sound, released] = (['sound', 'released'] as const).map((procedure) =>
      interquartileMeanFigure(comparison, { procedure }),
    ) as [Figure, Figure];
    const first = curves(sound)[0]!;
    const own = comparison.filter(({ run }) => run.method === 'pixelmask' && run.initializer.name === 'startgrad');
    assert.deepEqual(
      first.y,
      first.x.map((t) => interquartileMean(own.map((finished) => toHistory(finished)[t!]!.cpPixel!))),
    );
    assert.deepEqual(curves(released)[0]!.y, first.y);
    const width = (figure: Figure): number => {
      const { y } = bands(figure)[0]!;
      return y[3]! - y[y.length - 1 - 3]!;
    };
    assert.ok(width(sound) > width(released) && width(released) > 0);
    for (const figure of [sound, released])
      bands(figure).forEach(({ y }, i) => {
        curves(figure)[i]!.y.forEach((value, t) => assert.ok(y[t]! >= value! && y[y.length - 1 - t]! <= value!));
      });
  });

  test('an initialiser has one colour in all charts, and the legend names it once', () => {
    for (const draw of [
      figures.normalisedScoreFigure!,
      figures.interquartileMeanFigure!,
      figures.faithfulnessFigure!,
    ]) {
      const drawn = curves(draw(comparison)) as (Trace & { showlegend: boolean })[];
      for (const start of ['startgrad', 'all-ones', 'uniform']) {
        const { label, colour } = initializerStyle(start);
        const own = drawn.filter(({ name }) => name === label);
        assert.deepEqual([...new Set(own.map(({ line }) => line.color))], [colour]);
        assert.equal(own.filter(({ showlegend }) => showlegend).length, 1);
      }
    }
  });

  test('normalised scores have swapped axes and the paper’s iterations, counted from 1', () => {
    const curve = Float64Array.from({ length: 300 }, (_, t) => t + 1);
    const { startgrad, uniform } = normalisedCurves({ startgrad: [curve], uniform: [curve.map((score) => score / 2)] });
    assert.deepEqual(
      startgrad!.iteration,
      Array.from({ length: 30 }, (_, k) => 10 * k + 1),
    );
    assert.deepEqual([startgrad!.value[29], uniform!.value[29]], [291 / 300, 291 / 600]);
    const [line] = curves(normalisedScoreFigure(comparison, 'cpPixel'));
    assert.deepEqual(line!.y, [1, 2, 3, 4, 5, 6]);
    assert.ok(line!.x.every((score) => score! > 0 && score! <= 1));
  });

  test('iterations to a level: the median photograph, null where half never reach it, and how many do', () => {
    const rising = [Float64Array.of(0, 1, 2), Float64Array.of(0, 0, 2), Float64Array.of(0, 0, 0.9)];
    const { slow } = levelCurves({ slow: rising, best: rising.map(() => Float64Array.of(2, 2, 2)) });
    const at = (level: number): unknown[] => {
      const k = slow!.level.findIndex((value) => Math.abs(value - level) < 1e-9);
      return [slow!.median[k], slow!.reached[k]];
    };
    assert.deepEqual(at(0.45), [2, 1]);
    assert.deepEqual(at(0.5), [2, 2 / 3]);
    assert.deepEqual(at(0.95), [2, 2 / 3]);
    const never = levelCurves({ none: [Float64Array.of(0, 0)], best: [Float64Array.of(0, 1)] }).none!;
    assert.deepEqual([never.median[0], never.reached[0], never.high[0]], [null, 0, 2]);
  });

  test('retained information is that of pixels for PixelMask and of coefficients for the others', () => {
    const axis = (method: string): string =>
      (retainedFigure(comparison, method).layout.yaxis2 as { title: { text: string } }).title.text;
    assert.deepEqual(['pixelmask', 'shearletx'].map(axis), [
      'retained information (pixel)',
      'retained information (L1)',
    ]);
  });

  test('faithfulness: attributions are flat, and the released scores are the released ones', () => {
    const [flat] = curves(faithfulnessFigure(comparison, 'sound'));
    assert.equal(flat!.name, 'IG (min-max)');
    assert.equal(flat!.y[0], flat!.y[1]);
    const last = (procedure: 'sound' | 'released'): number =>
      curves(faithfulnessFigure(comparison, procedure)).at(-1)!.y[2]!;
    assert.ok(Math.abs(last('released') - last('sound') / 2) < 1e-12);
    const blind = comparison.map(({ run, result }) => ({ run, result: { ...result, faithfulness: result.faithfulness.slice(1) } })); // prettier-ignore
    assert.throws(() => faithfulnessFigure(blind, 'sound'), /runs must hold/);
  });

  test('speed-ups stand on logarithmic axes beside a line at 1, each within its interval', () => {
    const figure = speedUpFigure(sizes);
    assert.deepEqual([figure.layout.xaxis?.type, figure.layout.xaxis2?.type], ['log', 'log']);
    assert.deepEqual(figure.layout.shapes?.map(({ x0, x1 }) => [x0, x1]), [[1, 1], [1, 1]]); // prettier-ignore
    const intervals = traces(figure).filter(({ name }) => name === undefined);
    const points = curves(figure);
    assert.equal(points.flatMap(({ x }) => x).length, 5 * 2 * 2);
    points.forEach(({ x }, i) =>
      x.forEach((value, k) => {
        const [low, high] = intervals[i]!.x.slice(3 * k, 3 * k + 2);
        assert.ok(low! <= value! && value! <= high!, `${value} in ${low}..${high}`);
      }),
    );
  });

  test('a logarithmic axis has few numbers, whatever its span, and none where nothing is positive', () => {
    for (const highest of [1.05, 4, 90, 3e7]) {
      const drawn = (logAxis([1, highest]).tickvals as number[]).filter((tick) => tick >= 1 && tick <= highest);
      assert.ok(drawn.length >= 1 && drawn.length <= 9, `${drawn.length} up to ${highest}`);
    }
    assert.deepEqual(logAxis([0, -1]), { type: 'linear' });
  });

  test('a picture that was not kept is refused with those that were', () => {
    const bare = comparison.map(({ run, result }) => ({ run, result: { ...result, pictures: [] } }));
    assert.throws(
      () => photographGrid(bare, 'shearletx', photographs),
      /iteration must be one of none, got 6 for photo0.png by shearletx from all-ones/,
    );
  });
});
