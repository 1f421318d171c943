import { compareStarts, curvesByStart, startsKeys, type StartsOptions } from '../../analysis/align/compareStarts';
import { normalisedCurves, type NormalisedPanel } from '../../analysis/curves/normalisedCurves';
import type { FinishedRun } from '../../study/store/RunResult';
import { describeSample } from '../../analysis/align/Sample';
import { scoreMetrics, type ScoreMetric } from '../../analysis/curves/scoreCurves';
import { byName } from '../../validation/byName';
import { bandPanels } from '../style/bandPanels';
import { chartAxis } from '../style/chartLayout';
import { errorBand } from '../style/errorBand';
import type { Figure } from '../../render/Figure';
import { initializerStyle, methodStyle } from '../style/palette';
import { knownKeys } from '../../validation/knownKeys';

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
 * Figures 1 and 7 as published: scores are divided by the best that any initialiser reaches on the photograph; their mean over
 * photographs is on the horizontal axis, and the iteration on the vertical one. This is not the "average number of iterations needed
 * to reach a target" of the captions: that is `iterationsToLevelFigure`.
 *
 * @param options `initializers` to compare
 * @throws RangeError if no method has runs from all initialisers, or runs are mixed
 */
export function normalisedScoreFigure(
  runs: readonly FinishedRun[],
  metric: ScoreMetric['name'],
  options: StartsOptions = {},
): Figure {
  const { initializers } = knownKeys('options', options, startsKeys);
  const { sample, methods } = compareStarts(runs, initializers);
  const { label } = byName('metric', scoreMetrics, metric);
  return drawNormalisedScores(
    `Normalised ${label} as published: a mean curve with swapped axes`,
    describeSample(sample),
    metric,
    methods.map((own) => ({ method: own.method, curves: normalisedCurves(curvesByStart(own, metric)) })),
  );
}
