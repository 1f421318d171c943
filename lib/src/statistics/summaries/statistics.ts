import { expectedResampledMedian } from './expectedResampledMedian';
import { interquartileMeanOfSorted } from './interquartileMean';
import { medianOfSorted } from './median';

/** A summary of the scores of all images at one step. */
export interface Statistic {
  readonly name: 'iqm' | 'median' | 'mean';
  /** Of finite values in ascending order. */
  readonly ofSorted: (sorted: Float64Array) => number;
  /** What the paper's code averages over 500 resamples (of the kept values, for the IQM), in expectation. */
  readonly resampled: (sorted: Float64Array) => number;
}

const meanOfSorted = (sorted: Float64Array): number => sorted.reduce((sum, value) => sum + value, 0) / sorted.length;

/** The closed set of statistics that studies report. */
export const statistics: readonly Statistic[] = [
  { name: 'iqm', ofSorted: interquartileMeanOfSorted, resampled: interquartileMeanOfSorted },
  { name: 'median', ofSorted: medianOfSorted, resampled: expectedResampledMedian },
  { name: 'mean', ofSorted: meanOfSorted, resampled: meanOfSorted },
];
