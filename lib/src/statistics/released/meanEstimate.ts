import { finiteOrNaN } from '../../validation/finiteOrNaN';
import { defined } from '../curves/Curves';
import type { Estimate } from '../Estimate';
import { mean } from '../summaries/mean';
import { standardDeviation } from '../summaries/standardDeviation';

/**
 * The mean over images with its standard error σ / √n, σ with ddof 0 as released.
 *
 * @param scores one for every image, NaN where it has none
 * @returns null where no image has a score
 * @throws RangeError if a score is infinite
 * @example
 * meanEstimate(Float64Array.of(1, 3, NaN))?.standardError // => 0.707107
 */
export function meanEstimate(scores: Float64Array): Estimate | null {
  const present = defined(finiteOrNaN('scores', scores));
  if (present.length === 0) return null;
  return {
    procedure: 'released',
    value: mean(present),
    standardError: standardDeviation(present) / Math.sqrt(present.length),
    interval: null,
    count: present.length,
    missing: scores.length - present.length,
  };
}
