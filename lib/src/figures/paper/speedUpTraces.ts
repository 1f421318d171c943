import type { Data } from 'plotly.js';
import { isOpen } from '../../statistics/sound/isOpen';
import type { SpeedUp } from '../../analysis/races/speedUps';
import type { Start } from '../../study/plan/startNames';
import { initializerStyle } from '../style/palette';

const symbols = { startgrad: 'diamond', 'all-ones': 'circle', uniform: 'square' } as const;

/** Where traces are drawn. */
interface Place {
  readonly xaxis: string;
  readonly yaxis: string;
  readonly inLegend: boolean;
}

/**
 * Speed-ups as points with their intervals: a hollow point is a bound, and an arrow stands for an open end of the interval.
 *
 * @param height of an entry, along y
 */
export function speedUpTraces(
  start: Start,
  entries: readonly SpeedUp[],
  height: (entry: SpeedUp) => number,
  { inLegend, ...axes }: Place,
): Data[] {
  const { label, colour } = initializerStyle(start);
  const ranges = entries.filter(({ result }) => result.speedUp.interval !== null);
  const shared = { type: 'scatter' as const, legendgroup: start, showlegend: false, ...axes };
  const legend: Data = {
    ...shared,
    mode: 'markers',
    name: label,
    showlegend: inLegend && entries.length > 0,
    x: [null],
    y: [null],
    marker: { color: colour, size: 8, symbol: symbols[start] },
  };
  const intervals: Data = {
    ...shared,
    mode: 'lines+markers',
    hoverinfo: 'skip',
    x: ranges.flatMap(({ result }) => [...result.speedUp.interval!, null]),
    y: ranges.flatMap((entry) => [height(entry), height(entry), null]),
    line: { color: colour, width: 1.5 },
    marker: {
      color: colour,
      size: 7,
      symbol: ranges.flatMap(({ result }) => [
        isOpen(result.neverReached) ? 'triangle-left' : 'line-ns-open',
        'line-ns-open',
        'circle',
      ]),
    },
  };
  const points: Data = {
    ...shared,
    mode: 'markers',
    name: label,
    x: entries.map(({ result }) => result.speedUp.value),
    y: entries.map(height),
    marker: {
      color: colour,
      size: 8,
      symbol: entries.map(({ result }) => (result.reached ? symbols[start] : `${symbols[start]}-open`)),
    },
  };
  return [legend, intervals, points];
}
