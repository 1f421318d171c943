import { map, mapValues, range } from 'lodash';
import type { Curves } from '../statistics/Curves';
import { drawCounts } from '../statistics/drawCounts';
import { firstReaching } from '../statistics/firstReaching';
import { normalisedScores } from '../statistics/normalisedScores';
import { percentileInterval } from '../statistics/percentileInterval';
import { SortedScores } from '../statistics/SortedScores';
import { compareStarts, curvesByStart, type StartsOptions } from '../study/compareStarts';
import { bootstrapKey } from '../study/bootstrapKey';
import type { FinishedRun } from '../study/RunResult';
import { describeSample } from '../study/Sample';
import { scoreMetrics, type ScoreMetric } from '../study/scoreCurves';
import { byName } from '../validation/byName';
import { bandPanels } from './bandPanels';
import type { BandLine } from './bandTraces';
import { chartAxis } from './chartLayout';
import type { Figure } from './Figure';
import { initializerStyle, methodStyle } from './palette';

/** How soon photographs reach levels of their normalised score, from one initialiser: plain JSON. */
export interface LevelCurve {
  readonly level: readonly number[];
  /**
   * Of the first iteration at the level, in updates of the mask: of two middle photographs the later one, for a step and never
   * have no mean. null where half of the photographs or more never reach it.
   */
  readonly median: readonly (number | null)[];
  /** 95 % bootstrap interval; where it is the number of iterations it is open to above. */
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** Share of the photographs that reach the level at all. */
  readonly reached: readonly number[];
}

/** Those of one method by initialiser. */
export interface LevelPanel {
  readonly method: string;
  readonly curves: Readonly<Record<string, LevelCurve>>;
}

const levels = range(1, 20).map((twentieth) => twentieth / 20);

/** As many as make the ends of a 95 % interval resamples themselves, not means of two: (resamples - 1) / 40 is an integer. */
const resamples = 2001;

const laterMiddle = (sorted: Float64Array): number => sorted[sorted.length >> 1]!;

/** @param curves scores of the same photographs by initialiser, `[photograph][iteration]` */
export function levelCurves(curves: Readonly<Record<string, Curves>>): Record<string, LevelCurve> {
  const relative = normalisedScores(curves);
  const draws = drawCounts(Object.values(curves)[0]!.length, resamples, bootstrapKey);
  return mapValues(relative, (normalised) => {
    const never = normalised[0]!.length;
    const all = levels.map((level) => {
      const first = Float64Array.from(normalised, (curve) => firstReaching(curve, level) ?? never);
      const sorted = new SortedScores(first);
      const replicates = draws.map((counts) => laterMiddle(sorted.pick(counts)));
      const { value, interval } = percentileInterval(laterMiddle(sorted.all), replicates);
      const reached = first.filter((step) => step < never).length / first.length;
      return { median: value < never ? value : null, low: interval![0], high: interval![1], reached };
    });
    return {
      level: levels,
      median: map(all, 'median'),
      low: map(all, 'low'),
      high: map(all, 'high'),
      reached: map(all, 'reached'),
    };
  });
}

/** Draws what `iterationsToLevelFigure` computes: the medians, and below them the shares. */
export function drawIterationsToLevel(
  title: string,
  note: string,
  metric: ScoreMetric['name'],
  panels: readonly LevelPanel[],
): Figure {
  const xaxis = chartAxis(`normalised ${byName('metric', scoreMetrics, metric).label}`, { range: [0, 1] });
  const lines = (curves: LevelPanel['curves'], drawn: (curve: LevelCurve) => Pick<BandLine, 'y' | 'low' | 'high'>) =>
    Object.entries(curves).map(([name, curve]) => ({
      ...initializerStyle(name, Object.keys(curves)),
      x: curve.level,
      ...drawn(curve),
    }));
  return bandPanels(
    title,
    `${note}<br>band: 95 % bootstrap of photographs, open where it ends at the last iteration`,
    [
      ...panels.map(({ method, curves }) => ({
        title: methodStyle(method).label,
        xaxis,
        yaxis: chartAxis('median first iteration (updates)', { rangemode: 'tozero' }),
        lines: lines(curves, ({ median, low, high }) => ({ y: median, low, high })),
      })),
      ...panels.map(({ method, curves }) => ({
        title: methodStyle(method).label,
        xaxis,
        yaxis: chartAxis('photographs that reach it [%]', { range: [0, 103] }),
        lines: lines(curves, ({ reached }) => ({ y: reached.map((share) => 100 * share) })),
      })),
    ],
    { columns: panels.length, width: 290, height: 230 },
  );
}

/**
 * What the captions of Figures 1 and 7 promise: for every photograph the first iteration at which its score reaches a level of the
 * best that any initialiser reaches, the median over photographs, and how many of them reach it at all.
 *
 * @param options `initializers` to compare
 * @throws RangeError if no method has runs from all initialisers, or runs are mixed
 */
export function iterationsToLevelFigure(
  runs: readonly FinishedRun[],
  metric: ScoreMetric['name'],
  { initializers }: StartsOptions = {},
): Figure {
  const { sample, methods } = compareStarts(runs, initializers);
  return drawIterationsToLevel(
    `Iterations until a photograph reaches a level of ${byName('metric', scoreMetrics, metric).label}`,
    describeSample(sample),
    metric,
    methods.map((own) => ({ method: own.method, curves: levelCurves(curvesByStart(own, metric)) })),
  );
}
