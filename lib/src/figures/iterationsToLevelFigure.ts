import { range } from 'lodash';
import { bootstrap } from '../statistics/bootstrap';
import type { Curves } from '../statistics/Curves';
import { firstReaching } from '../statistics/firstReaching';
import { iterationsToLevel } from '../statistics/iterationsToLevel';
import { normalisedScores } from '../statistics/normalisedScores';
import { compareStarts, curvesByStart } from '../study/compareStarts';
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
  /** Of the first iteration at the level, in updates of the mask; null where half of the photographs or more never reach it. */
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

/** @param curves scores of the same photographs by initialiser, `[photograph][iteration]` */
export function levelCurves(curves: Readonly<Record<string, Curves>>): Record<string, LevelCurve> {
  const starts = Object.entries(normalisedScores(curves)).map(([name, normalised]): [string, LevelCurve] => {
    const all = levels.map((level) => {
      // an iteration after the last stands for never
      const first = normalised.map((curve) => firstReaching(curve, level) ?? curve.length);
      const [low, high] = bootstrap(Float64Array.from(first), 'median', { key: bootstrapKey })!.interval!;
      const { median, reachedShare } = iterationsToLevel(normalised, level);
      return { median, low, high, reachedShare };
    });
    return [
      name,
      {
        level: levels,
        median: all.map(({ median }) => median),
        low: all.map(({ low }) => low),
        high: all.map(({ high }) => high),
        reached: all.map(({ reachedShare }) => reachedShare),
      },
    ];
  });
  return Object.fromEntries(starts);
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
    Object.entries(curves).map(([name, curve]) => ({ ...initializerStyle(name), x: curve.level, ...drawn(curve) }));
  return bandPanels(
    title,
    `${note}; band: 95 % bootstrap of photographs, open where it ends at the last iteration`,
    [
      ...panels.map(({ method, curves }) => ({
        title: methodStyle(method).label,
        xaxis,
        yaxis: chartAxis('median first iteration', { rangemode: 'tozero' }),
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
 * @throws RangeError if there are no runs, one is missing, or they are mixed
 */
export function iterationsToLevelFigure(runs: readonly FinishedRun[], metric: ScoreMetric['name']): Figure {
  const { sample, methods } = compareStarts(runs);
  return drawIterationsToLevel(
    `Iterations until a photograph reaches a level of ${byName('metric', scoreMetrics, metric).label}`,
    describeSample(sample),
    metric,
    methods.map((own) => ({ method: own.method, curves: levelCurves(curvesByStart(own, metric)) })),
  );
}
