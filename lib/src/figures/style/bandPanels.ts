import { ceil } from 'lodash';
import type { Layout, LayoutAxis } from 'plotly.js';
import { bandTraces, type BandLine } from './bandTraces';
import { chartAxis, chartLayout } from './chartLayout';
import type { Figure } from '../../render/Figure';
import { logAxis } from './logAxis';

/** One of several charts side by side. */
export interface BandPanel {
  readonly title: string;
  /** From `chartAxis`; a logarithmic axis gets its labels here. */
  readonly xaxis: Partial<LayoutAxis>;
  readonly yaxis: Partial<LayoutAxis>;
  readonly lines: readonly BandLine[];
}

export interface PanelGrid {
  readonly columns: number;
  /** Size of the area within a panel's axes, in CSS pixels. */
  readonly width: number;
  readonly height: number;
}

const gap = { x: 98, y: 96 };
const margin = { t: 150, r: 30, b: 60, l: 90 };

/**
 * Lines above their uncertainties in panels that share one legend.
 *
 * @throws RangeError if there is no panel
 */
export function bandPanels(
  title: string,
  note: string,
  panels: readonly BandPanel[],
  { columns, width, height }: PanelGrid,
): Figure {
  if (panels.length === 0) throw new RangeError('panels must hold at least one, got none');
  const across = Math.min(columns, panels.length);
  const down = ceil(panels.length / across);
  const inner = { width: across * (width + gap.x) - gap.x, height: down * (height + gap.y) - gap.y };
  const left = (i: number): number => ((i % across) * (width + gap.x)) / inner.width;
  const top = (i: number): number => 1 - (Math.floor(i / across) * (height + gap.y)) / inner.height;
  const axes = panels.flatMap(({ xaxis, yaxis, lines }, i): [string, Partial<LayoutAxis>][] => {
    const [x, y] = [i === 0 ? 'x' : `x${i + 1}`, i === 0 ? 'y' : `y${i + 1}`] as ['x', 'y'];
    const shown = yaxis.matches === undefined ? lines : panels.flatMap((panel) => panel.lines);
    const log = yaxis.type === 'log' ? logAxis(valuesOf(shown)) : {};
    return [
      [`xaxis${i + 1}`, chartAxis('', { ...xaxis, domain: [left(i), left(i) + width / inner.width], anchor: y })],
      [
        `yaxis${i + 1}`,
        chartAxis('', { ...yaxis, ...log, domain: [top(i) - height / inner.height, top(i)], anchor: x }),
      ],
    ];
  });
  const seen = new Set<string>();
  return {
    data: panels.flatMap(({ lines }, i) => {
      const drawn = lines.map((line) => {
        const first = !seen.has(line.label);
        seen.add(line.label);
        return bandTraces(line, { xaxis: `x${i + 1}`, yaxis: `y${i + 1}`, legendgroup: line.label, showlegend: first });
      });
      return [...drawn.flatMap(({ uncertainty }) => uncertainty), ...drawn.map(({ curve }) => curve)];
    }),
    layout: chartLayout(title, note, {
      width: inner.width + margin.l + margin.r,
      height: inner.height + margin.t + margin.b,
      margin,
      legend: { orientation: 'h', x: 0, xanchor: 'left', y: 1 + 32 / inner.height, yanchor: 'bottom' },
      ...(Object.fromEntries(axes) as Partial<Layout>),
      annotations: panels.map((panel, i) => ({
        text: panel.title,
        x: left(i),
        y: top(i),
        xref: 'paper',
        yref: 'paper',
        showarrow: false,
        xanchor: 'left',
        yanchor: 'bottom',
        yshift: 4,
      })),
    }),
  };
}

const valuesOf = (lines: readonly BandLine[]): number[] =>
  lines.flatMap(({ y, low = [], high = [] }) => [...y, ...low, ...high].filter((value) => value !== null));
