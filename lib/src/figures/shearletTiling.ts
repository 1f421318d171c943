import { range, round } from 'lodash';
import type { PlotData } from 'plotly.js';
import type { ShearletIndex, ShearletSystem } from '../representations/shearlet/shearletSystem';
import { chartAxis, chartLayout } from './style/chartLayout';
import type { Figure } from '../render/Figure';
import { shearletName } from './style/shearletName';

/** Colours of the low-pass and of every scale: light and dark, for neighbouring shears. */
const shades = [
  ['#bbbbbb', '#bbbbbb'],
  ['#F3C96B', '#E69F00'],
  ['#8FD0F5', '#56B4E9'],
  ['#6CC5A9', '#009E73'],
  ['#E3AECB', '#CC79A7'],
] as const;

/** Every second frequency is enough to see the tiles, at a quarter of the size. */
const step = 2;

/**
 * How shearlets share the frequencies: the responses |ψₖ| of some, and which shearlet responds most to each frequency.
 *
 * @param system with up to 4 scales
 * @param chosen the indices k of the shearlets in the left panel
 * @throws RangeError if there is no such shearlet, or if there are more scales than colours
 */
export function shearletTiling(system: ShearletSystem, chosen: readonly number[]): Figure {
  const { index, scales, size } = system;
  const wrong = chosen.find((k) => !index[k]);
  if (wrong !== undefined) throw new RangeError(`chosen must be indices from 0 to ${index.length - 1}, got ${wrong}`);
  if (scales >= shades.length) throw new RangeError(`scales must be at most ${shades.length - 1}, got ${scales}`);

  // frequency 0 in the centre
  const rows = range(0, size, step).map((n) => n - size / 2);
  const map = <T>(f: (at: number) => T): T[][] =>
    rows.map((y) => rows.map((x) => f(((y + size) % size) * size + ((x + size) % size))));
  const response = (k: number, at: number): number => Math.abs(system.responses[k * size * size + at]!);
  const largest = map((at) =>
    range(index.length).reduce((best, k) => (response(k, at) > response(best, at) ? k : best)),
  );
  const shade = ({ scale, shear }: { scale: number; shear: number }): number => 2 * scale + Math.abs(shear % 2);
  const coordinates = ({ scale, cone, shear }: ShearletIndex): string => `${scale}, ${cone}, ${shear}`;
  const colours = shades.slice(0, scales + 1).flat();

  const frequencies = rows.map((n) => n / size);
  const shared = { type: 'heatmap' as const, x: frequencies, y: frequencies };
  const bar = { thickness: 12, len: 1, outlinewidth: 0 };
  return {
    data: [
      {
        ...shared,
        z: map((at) => round(Math.max(...chosen.map((k) => response(k, at))), 3)),
        colorscale: 'Greys',
        zmin: 0,
        hovertemplate: 'ωx %{x:.2f}, ωy %{y:.2f}: %{z:.2f}<extra></extra>',
        colorbar: { ...bar, x: 0.38 },
      },
      {
        ...shared,
        z: largest.map((row) => row.map((k) => shade(index[k]!))),
        text: largest.map((row) => row.map((k) => coordinates(index[k]!))),
        zmin: -0.5,
        zmax: colours.length - 0.5,
        colorscale: colours.flatMap((colour, i): [number, string][] => [
          [i / colours.length, colour],
          [(i + 1) / colours.length, colour],
        ]),
        hovertemplate: 'ωx %{x:.2f}, ωy %{y:.2f}: scale, cone, shear = %{text}<extra></extra>',
        colorbar: {
          ...bar,
          x: 0.94,
          tickvals: range(scales + 1).map((scale) => 2 * scale + 0.5),
          ticktext: range(scales + 1).map((scale) => (scale ? `scale ${scale}` : 'low-pass')),
        },
        xaxis: 'x2',
        yaxis: 'y2',
      },
    ] as Partial<PlotData>[],
    layout: chartLayout(
      'How shearlets share the frequencies',
      `left: |ψ| of ${chosen.map((k) => shearletName(index[k]!)).join('; ')}. Right: which of all ${index.length} is the largest`,
      {
        height: 470,
        width: 920,
        xaxis: chartAxis('ωx [cycles a pixel]', { domain: [0, 0.38], constrain: 'domain' }),
        yaxis: chartAxis('ωy [cycles a pixel]', { autorange: 'reversed', scaleanchor: 'x' }),
        xaxis2: chartAxis('ωx [cycles a pixel]', { domain: [0.56, 0.94], anchor: 'y2', constrain: 'domain' }),
        yaxis2: chartAxis('ωy [cycles a pixel]', { autorange: 'reversed', anchor: 'x2', scaleanchor: 'x2' }),
      },
    ),
  };
}
