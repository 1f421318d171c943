import { compareMaskSizes } from '../../analysis/align/compareMaskSizes';
import { interquartileCurve } from '../../analysis/curves/interquartileCurve';
import type { FinishedRun } from '../../study/store/RunResult';
import { describeSample } from '../../analysis/align/Sample';
import { scoreCurves, scoreMetrics, type ScoreMetric } from '../../analysis/curves/scoreCurves';
import { byName } from '../../validation/byName';
import { bandPanels } from '../style/bandPanels';
import { chartAxis } from '../style/chartLayout';
import { errorOf } from '../style/errorOf';
import type { Figure } from '../../render/Figure';
import { interquartileLine } from '../style/interquartileLine';

/**
 * ShearletX from three initialisers in the four cells of mask size x clamp: the interquartile mean of a score at every iteration.
 * In cells with one entry per place, StartGrad is `startgrad-shared`: the panel's title says so, and the style is StartGrad's.
 *
 * @throws RangeError if runs are missing or mixed
 */
export function maskSizeFigure(runs: readonly FinishedRun[], metric: ScoreMetric['name']): Figure {
  const { label } = byName('metric', scoreMetrics, metric);
  const { sample, cells } = compareMaskSizes(runs);
  return bandPanels(
    `ShearletX by the size of its mask and the released clamp: ${label}`,
    `${describeSample(sample)},<br>changed as the panels say; band: ${errorOf.sound}`,
    cells.map(({ cell, runs: own }) => ({
      title: cell.label,
      xaxis: chartAxis('iteration (updates of the mask)'),
      yaxis: chartAxis(`IQM of ${label}`, { type: 'log', matches: 'y' }),
      lines: Object.entries(own).map(([start, finished]) =>
        interquartileLine(start, interquartileCurve(scoreCurves(finished, metric)), 'sound'),
      ),
    })),
    { columns: 2, width: 400, height: 250 },
  );
}
