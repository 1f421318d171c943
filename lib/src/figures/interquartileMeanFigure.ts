import { range } from 'lodash';
import type { Curves } from '../statistics/Curves';
import { estimateCurve, releasedInterquartileCurve } from '../statistics/estimateCurve';
import type { Procedure } from '../statistics/Estimate';
import { compareStarts, curvesByStart, type StartsOptions } from '../study/compareStarts';
import { bootstrapKey } from '../study/bootstrapKey';
import type { FinishedRun } from '../study/RunResult';
import { describeSample } from '../study/Sample';
import { scoreMetrics, type ScoreMetric } from '../study/scoreCurves';
import { byName } from '../validation/byName';
import { bandPanels } from './bandPanels';
import type { BandLine } from './bandTraces';
import { chartAxis } from './chartLayout';
import { errorBand } from './errorBand';
import type { Figure } from './Figure';
import { initializerStyle, methodStyle } from './palette';

type Values = readonly (number | null)[];

/** The interquartile mean at every iteration, with both errors: plain JSON, null where no photograph has a score. */
export interface InterquartileCurve {
  readonly value: Values;
  /** As released: of the kept values, without the quartiles' own. */
  readonly standardError: Values;
  /** Sound: 95 % interval of the bootstrap of photographs. */
  readonly low: Values;
  readonly high: Values;
}

/** The curves of one method and metric by initialiser. */
export interface InterquartilePanel {
  readonly method: string;
  readonly metric: ScoreMetric['name'];
  readonly curves: Readonly<Record<string, InterquartileCurve>>;
}

/** @param curves scores `[photograph][iteration]` */
export function interquartileCurve(curves: Curves): InterquartileCurve {
  const sound = estimateCurve(curves, 'iqm', { key: bootstrapKey });
  return {
    value: sound.map((estimate) => estimate?.value ?? null),
    standardError: releasedInterquartileCurve(curves).map((estimate) => estimate?.standardError ?? null),
    low: sound.map((estimate) => estimate?.interval?.[0] ?? null),
    high: sound.map((estimate) => estimate?.interval?.[1] ?? null),
  };
}

/** What the uncertainty of an interquartile mean is by a procedure, in words. */
export const errorOf: Readonly<Record<Procedure, string>> = {
  sound: '95 % bootstrap of photographs',
  released: '± standard error as released, about half of what it should be',
};

/** One curve as a line of a chart, with the band of a procedure; `among` names all that are drawn together. */
export function interquartileLine(
  initializer: string,
  { value, standardError, low, high }: InterquartileCurve,
  procedure: Procedure,
  among?: readonly string[],
): BandLine {
  const edges = procedure === 'sound' ? { low, high } : errorBand(value, standardError);
  return { ...initializerStyle(initializer, among), x: range(value.length), y: value, ...edges };
}

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
 * interquartileMeanFigure(runs, { initializers: ['startgrad', 'all-ones', 'mine.js'] }) // a researcher's own beside two
 */
export function interquartileMeanFigure(
  runs: readonly FinishedRun[],
  { procedure = 'sound', initializers }: StartsOptions & { readonly procedure?: Procedure } = {},
): Figure {
  const { sample, methods } = compareStarts(runs, initializers);
  const panels = methods.flatMap((own) =>
    (['cpPixel', 'cpL1'] as const).map((metric) => {
      const starts = Object.entries(curvesByStart(own, metric));
      const curves = Object.fromEntries(starts.map(([name, curve]) => [name, interquartileCurve(curve)]));
      return { method: own.method, metric, curves };
    }),
  );
  return drawInterquartileMeans(
    'Conciseness-preciseness over the optimisation',
    describeSample(sample),
    panels,
    procedure,
  );
}
