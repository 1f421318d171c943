import { uniq } from 'lodash';
import type { Data, Layout } from 'plotly.js';
import { maskSizeRuns, maskSizeSpeedUps } from '../study/compareMaskSizes';
import { describeTiming, type Timing } from '../study/raceToTarget';
import type { FinishedRun } from '../study/RunResult';
import { describeSample } from '../study/Sample';
import { scoreMetrics } from '../study/scoreCurves';
import { references } from '../study/startNames';
import { byName } from '../validation/byName';
import { chartAxis, chartLayout } from './chartLayout';
import type { Figure } from './Figure';
import { logAxis } from './logAxis';
import { initializerStyle } from './palette';

const panels = [
  { metric: 'cpPixel', axis: '', domain: [0.24, 0.6] },
  { metric: 'cpL1', axis: '2', domain: [0.64, 1] },
] as const;

/**
 * How much sooner ShearletX from StartGrad reaches what it ends with from all-ones or uniform, in every cell of mask size x clamp and
 * as released: points with 95 % paired bootstrap intervals. Below a point stands in how many resamples StartGrad never gets there.
 *
 * @param options `window`: iterations whose mean must reach a target (default 10)
 * @throws RangeError if runs are missing or mixed
 */
export function speedUpFigure(runs: readonly FinishedRun[], { window }: Pick<Timing, 'window'> = {}): Figure {
  const { sample, cells } = maskSizeRuns(runs);
  const found = maskSizeSpeedUps(cells, { window });
  const rows = uniq(found.map(({ cell }) => cell.label)).reverse();
  const data = panels.flatMap(({ metric, axis }, panel) =>
    references.flatMap((reference, side): Data[] => {
      const { label, colour } = initializerStyle(reference);
      const own = found.filter((entry) => entry.metric === metric && entry.reference === reference);
      const speedUps = own.map(({ result }) => result.speedUp);
      const y = own.map(({ cell }) => rows.indexOf(cell.label) + (side === 0 ? 0.15 : -0.15));
      const shared = { type: 'scatter' as const, legendgroup: reference, xaxis: `x${axis}`, yaxis: `y${axis}` };
      return [
        {
          ...shared,
          mode: 'lines+markers',
          hoverinfo: 'skip',
          showlegend: false,
          x: speedUps.flatMap(({ interval }) => [...interval!, null]),
          y: y.flatMap((at) => [at, at, null]),
          line: { color: colour, width: 2 },
          marker: { color: colour, size: 8, symbol: 'line-ns-open' },
        },
        {
          ...shared,
          mode: 'text+markers',
          name: `against ${label}`,
          showlegend: panel === 0,
          x: speedUps.map(({ value }) => value),
          y,
          text: own.map(({ result }) => never(result.neverReached)),
          textposition: side === 0 ? 'top center' : 'bottom center',
          textfont: { size: 10, color: '#666' },
          marker: { color: colour, size: 8, symbol: side === 0 ? 'circle' : 'square' },
        },
      ];
    }),
  );
  const yaxis = { range: [-0.6, rows.length - 0.4], tickvals: [...rows.keys()], ticktext: rows };
  const layouts = panels.flatMap(({ metric, axis, domain }) => [
    [
      `xaxis${axis}`,
      chartAxis(`speed-up, ${byName('metric', scoreMetrics, metric).label}`, {
        domain: [...domain],
        anchor: `y${axis}`,
        ...(axis && { matches: 'x' }),
        ...logAxis(found.flatMap(({ result }) => [...result.speedUp.interval!, result.speedUp.value])),
      }),
    ],
    [`yaxis${axis}`, chartAxis('', { ...yaxis, anchor: `x${axis}`, showgrid: false, showticklabels: axis === '' })],
  ]);
  return {
    data,
    layout: chartLayout(
      'How much sooner ShearletX arrives from StartGrad',
      `${describeSample(sample)}, changed as the rows say; IQM, target: ${describeTiming({ window })}; 95 % paired bootstrap`,
      {
        width: 1040,
        height: 560,
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

const never = (share: number): string => (share > 0 ? `never in ${(100 * share).toFixed(0)} %` : '');
