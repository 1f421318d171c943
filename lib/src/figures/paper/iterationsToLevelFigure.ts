import { compareStarts, curvesByStart, startsKeys, type StartsOptions } from '../../analysis/align/compareStarts';
import { levelCurves, type LevelCurve, type LevelPanel } from '../../analysis/curves/levelCurves';
import type { FinishedRun } from '../../study/store/RunResult';
import { describeSample } from '../../analysis/align/Sample';
import { scoreMetrics, type ScoreMetric } from '../../analysis/curves/scoreCurves';
import { byName } from '../../validation/byName';
import { bandPanels } from '../style/bandPanels';
import type { BandLine } from '../style/bandTraces';
import { chartAxis } from '../style/chartLayout';
import type { Figure } from '../../render/Figure';
import { initializerStyle, methodStyle } from '../style/palette';
import { knownKeys } from '../../validation/knownKeys';

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
  options: StartsOptions = {},
): Figure {
  const { initializers } = knownKeys('options', options, startsKeys);
  const { sample, methods } = compareStarts(runs, initializers);
  return drawIterationsToLevel(
    `Iterations until a photograph reaches a level of ${byName('metric', scoreMetrics, metric).label}`,
    describeSample(sample),
    metric,
    methods.map((own) => ({ method: own.method, curves: levelCurves(curvesByStart(own, metric)) })),
  );
}
