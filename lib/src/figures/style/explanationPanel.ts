import { chartLayout } from './chartLayout';
import type { Figure } from '../../render/Figure';

/** One picture and the text above it. */
export interface Tile {
  /** A line, or two with `<br>` between them. */
  readonly title: string;
  /** From `pictureUri`. */
  readonly uri: string;
}

const gap = 16;
const head = 110;

/**
 * Pictures in rows: photograph, gradient, masks, explanations.
 *
 * @param columns how many pictures a row holds
 * @param side how large a picture is shown, in CSS pixels
 * @throws if there is no picture
 */
export function explanationPanel(title: string, note: string, tiles: readonly Tile[], columns = 4, side = 224): Figure {
  if (tiles.length === 0) throw new Error('tiles must hold at least one picture, got none');
  const perRow = Math.min(columns, tiles.length);
  const rows = Math.ceil(tiles.length / perRow);
  const titleHeight = tiles.some(({ title }) => title.includes('<br>')) ? 40 : 24;
  const [cellWidth, cellHeight] = [side + gap, side + gap + titleHeight];
  const [innerWidth, innerHeight] = [perRow * cellWidth, rows * cellHeight];
  const place = (i: number): { x: number; y: number } => ({
    x: ((i % perRow) * cellWidth + gap / 2) / innerWidth,
    y: 1 - (Math.floor(i / perRow) * cellHeight + titleHeight) / innerHeight,
  });
  return {
    data: [{ type: 'scatter', x: [], y: [] }],
    layout: chartLayout(title, note, {
      width: innerWidth + 2 * gap,
      height: innerHeight + head,
      margin: { t: head - gap, r: gap, b: gap, l: gap },
      xaxis: { visible: false },
      yaxis: { visible: false },
      images: tiles.map(({ uri }, i) => ({
        source: uri,
        ...place(i),
        xref: 'paper',
        yref: 'paper',
        sizex: side / innerWidth,
        sizey: side / innerHeight,
        xanchor: 'left',
        yanchor: 'top',
      })),
      annotations: tiles.map((tile, i) => ({
        text: tile.title,
        ...place(i),
        xref: 'paper',
        yref: 'paper',
        showarrow: false,
        xanchor: 'left',
        yanchor: 'bottom',
        xshift: -2,
        align: 'left',
        font: { size: 13 },
      })),
    }),
  };
}
