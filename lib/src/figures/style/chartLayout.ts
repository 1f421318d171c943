import type { Layout, LayoutAxis } from 'plotly.js';
import type { Figure } from '../../render/Figure';

/**
 * What all charts have in common: white paper, one font, thin grey lines, and a title above a line that says what was measured.
 *
 * @param note sample size and circumstances
 * @param changes the chart's own layout
 */
export function chartLayout(title: string, note: string, changes: Partial<Layout> = {}): Figure['layout'] {
  return {
    width: 900,
    height: 500,
    font: { family: '"Open Sans", verdana, arial, sans-serif', size: 14, color: '#222' },
    title: {
      text: title,
      subtitle: { text: note, font: { size: 12, color: '#666' } },
      x: 0.02,
      xanchor: 'left',
      y: 1,
      yanchor: 'top',
      pad: { t: 20 },
    },
    margin: { t: 110, r: 30, b: 60, l: 70 },
    paper_bgcolor: 'white',
    plot_bgcolor: 'white',
    legend: { orientation: 'h', x: 1, xanchor: 'right', y: 1.02, yanchor: 'bottom' },
    ...changes,
  };
}

/** An axis with its name (and unit, if it has one). */
export function chartAxis(title: string, changes: Partial<LayoutAxis> = {}): Partial<LayoutAxis> {
  return {
    title: { text: title, standoff: 8 },
    gridcolor: '#e5e5e5',
    linecolor: '#888',
    showline: true,
    zeroline: false,
    ticks: 'outside',
    tickcolor: '#888',
    ...changes,
  };
}
