import { chartAxis, chartLayout } from './style/chartLayout';
import type { Figure } from '../render/Figure';
import { methodStyle } from './style/palette';

/** The probability that is left when a method's representation keeps a share of its coefficients. */
export interface ShareCurve {
  readonly method: string;
  /** The line's name. */
  readonly name: string;
  readonly points: readonly { readonly share: number; readonly probability: number }[];
}

/**
 * The class's probability against the share of the coefficients that are kept, a line for every representation.
 *
 * @param whole the probability for the whole photograph
 * @throws if there is no curve
 */
export function shareCurves(note: string, whole: number, curves: readonly ShareCurve[]): Figure {
  if (curves.length === 0) throw new Error('curves must hold at least one, got none');
  return {
    data: curves.map(({ method, name, points }) => {
      const { colour, symbol } = methodStyle(method);
      return {
        type: 'scatter' as const,
        mode: 'lines+markers' as const,
        name,
        x: points.map(({ share }) => 100 * share),
        y: points.map(({ probability }) => probability),
        line: { color: colour, width: 2 },
        marker: { color: colour, symbol, size: 9 },
      };
    }),
    layout: chartLayout('How much of a representation does the classifier need?', note, {
      width: 760,
      xaxis: chartAxis('coefficients kept, the largest first [%]', {
        type: 'log',
        tickvals: [0.1, 0.3, 1, 3, 10, 30, 100],
      }),
      yaxis: chartAxis('probability', { range: [0, 1] }),
      shapes: [
        {
          type: 'line',
          xref: 'paper',
          x0: 0,
          x1: 1,
          y0: whole,
          y1: whole,
          line: { color: '#888', dash: 'dot', width: 1 },
        },
      ],
    }),
  };
}
