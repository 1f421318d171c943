import { max } from 'lodash';
import { chartAxis, chartLayout } from '../style/chartLayout';
import type { Figure } from '../../render/Figure';
import { initializerStyle, okabeIto } from '../style/palette';

const bins = 100;

/**
 * Why the gradient has to be transformed: its values crowd near zero, while their quantile transform is spread evenly.
 *
 * @param saliency S_c, maximum over the colours of |gradient|, one value per pixel
 * @param mask its quantile transform, in [0, 1]
 * @param note where they come from
 * @throws if there are no values, or the two differ in length
 */
export function gradientDistribution(saliency: Float32Array, mask: Float32Array, note: string): Figure {
  if (saliency.length === 0 || saliency.length !== mask.length)
    throw new Error(`saliency and mask must have as many values, got ${saliency.length} and ${mask.length}`);
  const panels = [
    { values: saliency, top: max(saliency)!, colour: okabeIto.blue, axis: '' },
    { values: mask, top: 1, colour: initializerStyle('startgrad').colour, axis: '2' },
  ];
  const share = 'share of the pixels [%]';
  return {
    data: panels.map(({ values, top, colour, axis }) => ({
      type: 'bar' as const,
      x: Array.from({ length: bins }, (_, bin) => ((bin + 0.5) / bins) * top),
      y: histogram(values, top).map((count) => (100 * count) / values.length),
      marker: { color: colour },
      showlegend: false,
      xaxis: `x${axis}`,
      yaxis: `y${axis}`,
    })),
    layout: chartLayout('The gradient and its quantile transform', `${note}, n = ${saliency.length} pixels`, {
      bargap: 0,
      xaxis: chartAxis('largest |gradient| of the colours [logit / brightness]', { domain: [0, 0.45] }),
      yaxis: chartAxis(share),
      xaxis2: chartAxis('StartGrad mask', { domain: [0.55, 1], anchor: 'y2', range: [0, 1] }),
      yaxis2: chartAxis(share, { anchor: 'x2', rangemode: 'tozero' }),
    }),
  };
}

/** Counts of the values in equal bins from 0 to `top`; the last bin includes `top`. */
function histogram(values: Float32Array, top: number): number[] {
  const counts = new Array<number>(bins).fill(0);
  for (const value of values) counts[Math.min(bins - 1, Math.floor((value / (top || 1)) * bins))]!++;
  return counts;
}
