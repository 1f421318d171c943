import { groupBy } from 'lodash';
import type { Layout } from 'plotly.js';
import { describeTiming } from '../../analysis/races/raceToTarget';
import { describeSample } from '../../analysis/align/Sample';
import { scoreMetrics } from '../../analysis/curves/scoreCurves';
import type { SpeedUp, SpeedUps } from '../../analysis/races/speedUps';
import { threeStarts } from '../../study/plan/startNames';
import { byName } from '../../validation/byName';
import { chartAxis, chartLayout } from '../style/chartLayout';
import type { Figure } from '../../render/Figure';
import { logAxis } from '../style/logAxis';
import { speedUpTraces } from './speedUpTraces';

const panels = [
  { metric: 'cpPixel', axis: '', domain: [0.27, 0.615] },
  { metric: 'cpL1', axis: '2', domain: [0.655, 1] },
] as const;
const rowHeight = 40;
const margin = { t: 150, r: 20, b: 60, l: 92 };
/** Heights within a row, which is 1 high. */
const offsets = { startgrad: 0.25, 'all-ones': 0, uniform: -0.25 } as const;

interface Row {
  readonly text: string;
  readonly entries: readonly SpeedUp[];
}

/**
 * How much sooner candidates reach what references end with: points with 95 % paired bootstrap intervals. A hollow point is an upper
 * bound, since the statistic of all photographs never reaches the target; an arrow ends an interval that is open below.
 */
export function speedUpFigure(
  { sample, timing, entries }: SpeedUps,
  title = 'How much sooner ShearletX reaches what a reference ends with',
): Figure {
  const rows = rowsOf(entries);
  const height = (entry: SpeedUp): number =>
    rows.length - 1 - rows.findIndex((row) => row.entries.includes(entry)) + offsets[entry.race.initializer];
  const data = panels.flatMap(({ metric, axis }, panel) =>
    threeStarts.flatMap((start) =>
      speedUpTraces(
        start,
        entries.filter(({ race, metric: of }) => of === metric && race.initializer === start),
        height,
        { xaxis: `x${axis}`, yaxis: `y${axis}`, inLegend: panel === 0 },
      ),
    ),
  );
  const values = entries.flatMap(({ result: { speedUp } }) => [speedUp.value, ...(speedUp.interval ?? [])]);
  const inner = rowHeight * rows.length;
  const yaxis = {
    range: [-0.6, rows.length - 0.4],
    tickvals: rows.map((_, i) => rows.length - 1 - i),
    ticktext: rows.map(({ text }) => text),
    showgrid: false,
  };
  const layouts = panels.flatMap(({ metric, axis, domain }) => [
    [
      `xaxis${axis}`,
      chartAxis(`speed-up, ${byName('metric', scoreMetrics, metric).label}`, {
        domain: [...domain],
        anchor: `y${axis}`,
        ...(axis && { matches: 'x' }),
        ...logAxis(values),
      }),
    ],
    [`yaxis${axis}`, chartAxis('', { ...yaxis, anchor: `x${axis}`, showticklabels: axis === '' })],
  ]);
  return {
    data,
    layout: chartLayout(
      title,
      `${describeSample(sample)},<br>changed as the rows say; IQM, target: ${describeTiming(timing)}; ${timing.procedure === 'released' ? 'as released' : '95 % paired bootstrap'};<br>` +
        'colour: the reference, or the start of both; hollow: never reached, at most; arrow: open',
      {
        width: 1000,
        height: inner + margin.t + margin.b,
        margin,
        legend: { orientation: 'h', x: panels[0].domain[0], xanchor: 'left', y: 1 + 8 / inner, yanchor: 'bottom' },
        ...(Object.fromEntries(layouts) as Partial<Layout>),
        shapes: panels.map(({ axis }) => ({
          type: 'line',
          xref: `x${axis}`,
          yref: 'paper',
          x0: 1,
          x1: 1,
          y0: 0,
          y1: 1,
          line: { color: '#888', dash: 'dot', width: 1 },
        })),
      },
    ),
  };
}

/** The rows from top to bottom: what differs, as a heading, and below it what does not. */
function rowsOf(entries: readonly SpeedUp[]): Row[] {
  return Object.entries(groupBy(entries, ({ race }) => race.differs)).flatMap(([differs, group]) => [
    { text: `<b>${differs}</b>`, entries: [] },
    ...Object.entries(groupBy(group, ({ race }) => race.alike)).map(([text, own]) => ({ text, entries: own })),
  ]);
}
