import assert from 'node:assert/strict';
import { groupBy, map, omit, partition } from 'lodash';
import type { ScatterData } from 'plotly.js';
import { describe, test } from 'node:test';
import type { Figure } from '../../src/render/Figure';
import { explanationsOverTime } from '../../src/figures/run/explanationsOverTime';
import { faithfulnessFigure } from '../../src/figures/paper/faithfulnessFigure';
import { interquartileMeanFigure } from '../../src/figures/paper/interquartileMeanFigure';
import { iterationsToLevelFigure } from '../../src/figures/paper/iterationsToLevelFigure';
import { logAxis } from '../../src/figures/style/logAxis';
import { maskSizeFigure } from '../../src/figures/paper/maskSizeFigure';
import { normalisedScoreFigure } from '../../src/figures/paper/normalisedScoreFigure';
import { initializerStyle } from '../../src/figures/style/palette';
import { photographGrid } from '../../src/figures/paper/photographGrid';
import { retainedFigure } from '../../src/figures/paper/retainedFigure';
import { speedUps } from '../../src/analysis/races/speedUps';
import type { IterationsToTarget } from '../../src/statistics/Timer';
import { speedUpFigure } from '../../src/figures/paper/speedUpFigure';
import { interquartileMean } from '../../src/statistics/summaries/interquartileMean';
import { runOptions } from '../../src/study/plan/runOptions';
import { toHistory, type FinishedRun } from '../../src/study/store/RunResult';
import { assertSnapshot } from './assertSnapshot';
import { exampleComparison, exampleMaskSizes, exampleResult } from './exampleResults';

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
  speedUpFigure: (runs) => speedUpFigure(speedUps(runs)),
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
        const options = runOptions(run.method.name, 'released', runs === sizes ? omit(result.options, 'bins') : {});
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
    const own = comparison.filter(({ run }) => run.method.name === 'pixelmask' && run.initializer.name === 'startgrad');
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

  test('no band covers a line of its panel, and the legend keeps the order of the lines', () => {
    for (const figure of [interquartileMeanFigure(comparison), maskSizeFigure(sizes, 'cpL1')]) {
      const panels = Object.values(groupBy(traces(figure), 'xaxis'));
      for (const panel of panels) {
        const [covering, covered] = partition(panel, ({ fill }) => fill === 'toself');
        assert.equal(covering.length, 3);
        assert.deepEqual(panel, [...covering, ...covered]);
        assert.deepEqual(map(covered, 'name'), ['StartGrad', 'all-ones', 'uniform']);
      }
    }
  });

  test('an initialiser has one colour in all charts, and the legend names it once', () => {
    for (const [draw, runs] of [
      [figures.normalisedScoreFigure!, comparison],
      [figures.interquartileMeanFigure!, comparison],
      [figures.faithfulnessFigure!, comparison],
      [figures.maskSizeFigure!, sizes],
    ] as const) {
      const drawn = curves(draw(runs)) as (Trace & { showlegend: boolean })[];
      for (const start of ['startgrad', 'all-ones', 'uniform']) {
        const { label, colour } = initializerStyle(start);
        const own = drawn.filter(({ name }) => name === label);
        assert.deepEqual([...new Set(own.map(({ line }) => line.color))], [colour]);
        assert.equal(own.filter(({ showlegend }) => showlegend).length, 1);
      }
    }
  });

  test('normalised scores have swapped axes, and iterations counted from 1', () => {
    const [line] = curves(normalisedScoreFigure(comparison, 'cpPixel'));
    assert.deepEqual(line!.y, [1, 2, 3, 4, 5, 6]);
    assert.ok(line!.x.every((score) => score! > 0 && score! <= 1));
  });

  test('two initialisers of a researcher’s own are drawn beside StartGrad, each in a style of its own', () => {
    const starts = { initializers: ['startgrad', 'mine.js', 'theirs.js'] };
    const own = starts.initializers
      .slice(1)
      .flatMap((name) => ['pixelmask', 'waveletx'].flatMap((method) => [0, 1, 2, 3].map((i) => exampleResult(i, method, name, { iterations: 6 })))); // prettier-ignore
    const runs = [...comparison, ...own];
    for (const figure of [
      normalisedScoreFigure(runs, 'cpPixel', starts),
      iterationsToLevelFigure(runs, 'cpL1', starts),
      interquartileMeanFigure(runs, starts),
      retainedFigure(runs, 'waveletx', starts),
      faithfulnessFigure(runs, 'sound', starts),
    ]) {
      const legend = (curves(figure) as (Trace & { showlegend: boolean })[]).filter(({ showlegend }) => showlegend);
      const named = legend.filter(({ name }) => ['StartGrad', 'mine.js', 'theirs.js'].includes(name!));
      assert.equal(named.length, 3);
      assert.equal(new Set(named.map(({ line }) => line.color)).size, 3);
      assert.ok(!legend.some(({ name }) => name === 'uniform'));
    }
    assert.throws(() => retainedFigure(runs, 'shearletx', starts), /runs must hold a method from startgrad, mine.js/);
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
    assert.equal(flat!.y[0], flat!.y[1]);
    const last = (procedure: 'sound' | 'released'): number =>
      curves(faithfulnessFigure(comparison, procedure)).at(-1)!.y[2]!;
    assert.ok(Math.abs(last('released') - last('sound') / 2) < 1e-12);
    const blind = comparison.map(({ run, result }) => ({ run, result: { ...result, faithfulness: result.faithfulness.slice(1) } })); // prettier-ignore
    assert.throws(() => faithfulnessFigure(blind, 'sound'), /runs must hold/);
  });

  test('faithfulness: no error bar stands on another, and each is nearest to its own iteration', () => {
    const figure = faithfulnessFigure(comparison, 'sound');
    for (const panel of Object.values(groupBy(curves(figure), 'xaxis'))) {
      const starts = panel.filter(({ name }) => ['StartGrad', 'all-ones', 'uniform'].includes(name!));
      const places = starts.flatMap(({ x }) => x);
      assert.equal(new Set(places).size, 9);
      for (const { x } of starts) assert.deepEqual(x.map((at) => Math.abs(Math.round(at!))), [0, 1, 2]); // prettier-ignore
    }
  });

  test('faithfulness: attributions that score the same on every photograph are one line, others are two', () => {
    const note = (figure: Figure): string => (figure.layout.title as { subtitle: { text: string } }).subtitle.text;
    const flat = (figure: Figure): unknown[] => [
      ...new Set(curves(figure).flatMap(({ name }) => (/IG|CAM/.test(name!) ? [name] : []))),
    ];
    const [cam, ig] = ['Grad-CAM (min-max) = Grad-CAM (ranks)', 'IG (min-max) = IG (ranks)'];
    for (const procedure of ['sound', 'released'] as const) {
      const shifted = (by: number): Figure => {
        const runs = comparison.map(({ run, result }) => {
          if (run.initializer.name !== 'integrated-gradients-ranks' || run.subject.name !== 'photo2.png') return { run, result }; // prettier-ignore
          const [first] = result.faithfulness;
          const at = { ...first!, [procedure]: { ...first![procedure], score: first![procedure].score + by } };
          return { run, result: { ...result, faithfulness: [at] } };
        });
        return faithfulnessFigure(runs, procedure);
      };
      // of one order up to entries that tie
      assert.deepEqual(flat(shifted(1e-5)), [ig, cam]);
      assert.match(note(shifted(0)), /; attributions in the same order score the same: one line$/);
      assert.deepEqual(flat(shifted(1e-3)), ['IG (min-max)', 'IG (ranks)', cam]);
    }
  });

  test('a picture says how much of the class is left beside its CP, to whole percent or one digit', () => {
    const titles = (share: number): unknown[] => {
      const runs = comparison.map(({ run, result }) => {
        const retainedProbability = result.curves.retainedProbability!.map(() => share);
        return { run, result: { ...result, curves: { ...result.curves, retainedProbability } } };
      });
      return photographGrid(runs, 'waveletx', photographs).layout.annotations!.map(({ text }) => text);
    };
    assert.match(String(titles(0.9864)[3]), /^StartGrad: CP [\d.]+, p 99 %$/);
    assert.match(String(titles(0.000187)[2]), /^uniform: CP [\d.]+, p 0.02 %$/);
    const { subtitle } = photographGrid(comparison, 'waveletx', photographs).layout.title as { subtitle: { text: string } }; // prettier-ignore
    assert.match(subtitle.text, /<br>after 6 updates, brightened/);
  });

  test('speed-ups stand on logarithmic axes beside a line at 1, each within its interval', () => {
    const found = speedUps(sizes);
    const figure = speedUpFigure(found);
    assert.deepEqual([figure.layout.xaxis?.type, figure.layout.xaxis2?.type], ['log', 'log']);
    assert.match(JSON.stringify(figure.layout.title), /"How much sooner ShearletX reaches what a reference ends with"/);
    assert.match(JSON.stringify(speedUpFigure(found, 'Normalised').layout.title), /"Normalised"/);
    assert.deepEqual(figure.layout.shapes?.map(({ x0, x1 }) => [x0, x1]), [[1, 1], [1, 1]]); // prettier-ignore
    const intervals = traces(figure).filter(({ name }) => name === undefined);
    const points = curves(figure).filter(({ x }) => x[0] !== null);
    assert.equal(points.flatMap(({ x }) => x).length, found.entries.length);
    points.forEach(({ x }, i) =>
      x.forEach((value, k) => {
        const [low, high] = intervals[i]!.x.slice(3 * k, 3 * k + 2);
        assert.ok(low! <= value! && value! <= high!, `${value} in ${low}..${high}`);
      }),
    );
  });

  test('a speed-up that is only a bound is a hollow point, and an interval that is open ends in an arrow', () => {
    const symbols = (result: Partial<IterationsToTarget>) => {
      const [entry, ...others] = speedUps(sizes).entries;
      const changed = { ...entry!, result: { ...entry!.result, ...result } };
      const data = speedUpFigure({ ...speedUps(sizes), entries: [changed, ...others] }).data as Partial<ScatterData>[];
      const own = data.filter(({ legendgroup }) => legendgroup === 'all-ones').slice(1, 3);
      return own.map(({ marker }) => (marker!.symbol as string[])[0]);
    };
    assert.deepEqual(symbols({ reached: true, neverReached: 0.02 }), ['line-ns-open', 'circle']);
    assert.deepEqual(symbols({ reached: false, neverReached: 0.6 }), ['triangle-left', 'circle-open']);
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
