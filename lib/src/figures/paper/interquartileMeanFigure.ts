import { mapValues } from 'lodash';
import { procedures, type Procedure } from '../../statistics/Estimate';
import { compareStarts, curvesByStart, startsKeys, type StartsOptions } from '../../analysis/align/compareStarts';
import { interquartileCurve, type InterquartilePanel } from '../../analysis/curves/interquartileCurve';
import type { FinishedRun } from '../../study/store/RunResult';
import { describeSample } from '../../analysis/align/Sample';
import { cpMetrics, scoreMetrics } from '../../analysis/curves/scoreCurves';
import { byName } from '../../validation/byName';
import { bandPanels } from '../style/bandPanels';
import { chartAxis } from '../style/chartLayout';
import { errorOf } from '../style/errorOf';
import type { Figure } from '../../render/Figure';
import { interquartileLine } from '../style/interquartileLine';
import { methodStyle } from '../style/palette';
import { knownKeys } from '../../validation/knownKeys';

/** Draws what `interquartileMeanFigure` computes: a row for every method, a column for every metric. */
export function drawInterquartileMeans(
  title: string,
  note: string,
  panels: readonly InterquartilePanel[],
  procedure: Procedure = 'sound',
): Figure {
  return bandPanels(
    title,
    `${note}<br>band: ${errorOf[procedure]}`,
    panels.map(({ method, metric, curves }) => ({
      title: methodStyle(method).label,
      xaxis: chartAxis('iteration (updates of the mask)'),
      yaxis: chartAxis(`IQM of ${byName('metric', scoreMetrics, metric).label}`, { type: 'log' }),
      lines: Object.entries(curves).map(([name, curve]) =>
        interquartileLine(name, curve, procedure, Object.keys(curves)),
      ),
    })),
    { columns: 2, width: 400, height: 250 },
  );
}

/**
 * Figure 6: the interquartile mean over photographs of CP-Pixel and CP-L1 at every iteration, from three initialisers.
 *
 * @param options `procedure`: whose error band is drawn, `sound` (default) or `released`; `initializers` to compare
 * @throws RangeError if no method has runs from all initialisers, or runs are mixed
 * @example
 * interquartileMeanFigure(runs, { initializers: ['startgrad', 'all-ones', 'mine.js'] }) // your own beside two others
 */
export function interquartileMeanFigure(
  runs: readonly FinishedRun[],
  options: StartsOptions & { readonly procedure?: Procedure } = {},
): Figure {
  const { procedure = 'sound', initializers } = knownKeys('options', options, [...startsKeys, 'procedure']);
  byName('procedure', procedures, procedure);
  const { sample, methods } = compareStarts(runs, initializers);
  const panels = methods.flatMap((own) =>
    cpMetrics.map((metric) => ({
      method: own.method,
      metric,
      curves: mapValues(curvesByStart(own, metric), interquartileCurve),
    })),
  );
  return drawInterquartileMeans(
    'Conciseness-preciseness over the optimisation',
    describeSample(sample),
    panels,
    procedure,
  );
}
