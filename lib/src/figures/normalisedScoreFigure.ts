import { range } from 'lodash';
import type { Curves } from '../statistics/Curves';
import { meanCurve } from '../statistics/estimateCurve';
import { normalisedScores } from '../statistics/normalisedScores';
import { compareStarts, curvesByStart, type StartsOptions } from '../study/compareStarts';
import type { FinishedRun } from '../study/RunResult';
import { describeSample } from '../study/Sample';
import { scoreMetrics, type ScoreMetric } from '../study/scoreCurves';
import { byName } from '../validation/byName';
import { bandPanels } from './bandPanels';
import { chartAxis } from './chartLayout';
import { errorBand } from './errorBand';
import type { Figure } from './Figure';
import { initializerStyle, methodStyle } from './palette';

/** The mean normalised score of one initialiser at some iterations, counted from 1 as the paper does: plain JSON. */
export interface NormalisedCurve {
  readonly iteration: readonly number[];
  readonly value: readonly (number | null)[];
  readonly standardError: readonly (number | null)[];
}

/** Those of one method by initialiser. */
export interface NormalisedPanel {
  readonly method: string;
  readonly curves: Readonly<Record<string, NormalisedCurve>>;
}

/** How many points of a curve are drawn: of 300 iterations every tenth, 1, 11, …, 291. */
const points = 30;

/** @param curves scores of the same photographs by initialiser, `[photograph][iteration]` */
export function normalisedCurves(curves: Readonly<Record<string, Curves>>): Record<string, NormalisedCurve> {
  const means = Object.entries(normalisedScores(curves)).map(([name, normalised]) => {
    const all = meanCurve(normalised);
    const steps = range(0, all.length, Math.ceil(all.length / points));
    return [
      name,
      {
        iteration: steps.map((step) => step + 1),
        value: steps.map((step) => all[step]?.value ?? null),
        standardError: steps.map((step) => all[step]?.standardError ?? null),
      },
    ] as const;
  });
  return Object.fromEntries(means);
}

/** Draws what `normalisedScoreFigure` computes. */
export function drawNormalisedScores(
  title: string,
  note: string,
  metric: ScoreMetric['name'],
  panels: readonly NormalisedPanel[],
): Figure {
  const { label } = byName('metric', scoreMetrics, metric);
  return bandPanels(
    title,
    `${note}<br>band: ± standard error of the mean`,
    panels.map(({ method, curves }) => ({
      title: methodStyle(method).label,
      xaxis: chartAxis(`mean normalised ${label}`, { rangemode: 'tozero' }),
      yaxis: chartAxis('iteration (from 1)', { rangemode: 'tozero' }),
      lines: Object.entries(curves).map(([name, curve]) => ({
        ...initializerStyle(name, Object.keys(curves)),
        x: curve.iteration,
        y: curve.value,
        ...errorBand(curve.value, curve.standardError),
        swapped: true,
      })),
    })),
    { columns: 3, width: 290, height: 300 },
  );
}

/**
 * Figures 1 and 7 as published: scores divided by the best that any initialiser reaches on the photograph, their mean over
 * photographs on the horizontal axis and the iteration on the vertical one. Not the "average number of iterations needed to reach
 * a target" of the captions: that is `iterationsToLevelFigure`.
 *
 * @param options `initializers` to compare
 * @throws RangeError if no method has runs from all initialisers, or runs are mixed
 */
export function normalisedScoreFigure(
  runs: readonly FinishedRun[],
  metric: ScoreMetric['name'],
  { initializers }: StartsOptions = {},
): Figure {
  const { sample, methods } = compareStarts(runs, initializers);
  const { label } = byName('metric', scoreMetrics, metric);
  return drawNormalisedScores(
    `Normalised ${label} as published: a mean curve with swapped axes`,
    describeSample(sample),
    metric,
    methods.map((own) => ({ method: own.method, curves: normalisedCurves(curvesByStart(own, metric)) })),
  );
}
