import type { Uncertain } from '../Estimate';
import { finiteNumbers } from '../../validation/finiteNumbers';
import { ascending, quantileOfSorted } from '../summaries/quantile';
import { standardDeviation } from '../summaries/standardDeviation';

/**
 * A value with the standard deviation (ddof 1) and the 95 % percentile interval of its bootstrap replicates (Efron and Tibshirani,
 * 1993, chapter 13).
 *
 * @throws RangeError if there are fewer than two replicates or one is not finite
 * @example
 * percentileInterval(2, [1, 2, 3]) // => { value: 2, standardError: 1, interval: [1.05, 2.95] }
 */
export function percentileInterval(value: number, replicates: ArrayLike<number>): Uncertain {
  const sorted = ascending(finiteNumbers('replicates', replicates));
  return {
    value,
    standardError: standardDeviation(sorted, 1),
    interval: [quantileOfSorted(sorted, 0.025), quantileOfSorted(sorted, 0.975)],
  };
}
