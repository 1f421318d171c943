import { reverse } from 'lodash';
import type { Data } from 'plotly.js';
import type { InitializerStyle } from './palette';

/** Points and how uncertain they are; null is a gap. */
export interface BandLine extends InitializerStyle {
  readonly x: readonly number[];
  readonly y: readonly (number | null)[];
  /** Lower and upper end of the uncertainty; without them none is drawn. */
  readonly low?: readonly (number | null)[];
  readonly high?: readonly (number | null)[];
  /** Whether the uncertainty is drawn as a band (default) or as a bar through every point. */
  readonly errors?: 'band' | 'bars';
  /** Whether the axes are swapped: x is then drawn upwards, and the band is horizontal. */
  readonly swapped?: boolean;
}

/** Its axes, and whether the legend names it. */
export interface Place {
  readonly xaxis: string;
  readonly yaxis: string;
  readonly legendgroup: string;
  readonly showlegend: boolean;
}

/** A line, and what shows how uncertain it is; the latter must be drawn below every line. */
export interface BandTraces {
  readonly uncertainty: readonly Data[];
  readonly curve: Data;
}

/** The traces of one line. */
export function bandTraces(line: BandLine, place: Place): BandTraces {
  const { label, colour, dash, x, y, low = [], high = [], errors = 'band', swapped = false } = line;
  const along = (xs: readonly (number | null)[], ys: readonly (number | null)[]) =>
    swapped ? { x: ys, y: xs } : { x: xs, y: ys };
  const curve = {
    type: 'scatter' as const,
    name: label,
    ...place,
    ...along(x, y),
    line: { color: colour, dash, width: 2 },
  };
  const certain = x.flatMap((at, k) => {
    const [from, to] = [low[k] ?? null, high[k] ?? null];
    return from === null || to === null ? [] : [{ at, from, to }];
  });
  if (certain.length === 0) return { uncertainty: [], curve: { ...curve, mode: 'lines' } as Data };
  const quiet = {
    type: 'scatter' as const,
    mode: 'lines' as const,
    hoverinfo: 'skip' as const,
    ...place,
    showlegend: false,
  };
  if (errors === 'bars') {
    const ends = along(
      certain.flatMap(({ at }) => [at, at, null]),
      certain.flatMap(({ from, to }) => [from, to, null]),
    );
    const marked = { ...curve, mode: 'lines+markers', marker: { color: colour, size: 6 } };
    const caps = { color: colour, size: 6, symbol: 'line-ew-open' };
    const bars = { ...quiet, ...ends, mode: 'lines+markers', line: { color: colour, width: 1.5 }, marker: caps };
    return { uncertainty: [bars as Data], curve: marked as Data };
  }
  const back = reverse([...certain]);
  const outline = along(
    [...certain, ...back].map(({ at }) => at),
    [...certain.map(({ to }) => to), ...back.map(({ from }) => from)],
  );
  const band = { ...quiet, ...outline, line: { width: 0 }, fill: 'toself', fillcolor: `${colour}33` };
  return { uncertainty: [band as Data], curve: { ...curve, mode: 'lines' } as Data };
}
