import { byName } from '../../validation/byName';
import { finiteOrNaN } from '../../validation/finiteOrNaN';
import { knownKeys } from '../../validation/knownKeys';
import { drawCounts } from '../drawCounts';
import type { Estimate } from '../Estimate';
import { percentileInterval } from './percentileInterval';
import { resampleKeys, SOUND_RESAMPLES, type ResampleOptions } from '../ResampleOptions';
import { SortedScores } from '../curves/SortedScores';
import { statistics, type Statistic } from '../summaries/statistics';

/** The bootstrap over resamples that are drawn already; null where no image has a score. */
export function bootstrapOver(
  scores: Float64Array,
  { ofSorted }: Statistic,
  draws: readonly Uint32Array[],
): Estimate | null {
  const sorted = new SortedScores(scores);
  if (sorted.count === 0) return null;
  const replicates = draws.map((counts) => ofSorted(sorted.pick(counts))).filter((value) => !Number.isNaN(value));
  return {
    procedure: 'sound',
    ...percentileInterval(ofSorted(sorted.all), replicates),
    count: sorted.count,
    missing: scores.length - sorted.count,
  };
}

/**
 * The sound error of a summary over images: the images are resampled and the whole summary, quartiles included, is computed again
 * each time. Resamples hold the images without a score too, so that the share of those varies as it would.
 *
 * @param scores one for every image, NaN where it has none
 * @param statistic `iqm`, `median` or `mean`
 * @returns the summary of all scores, its standard error and 95 % percentile interval; null where no image has a score
 * @throws RangeError if the statistic or an option is unknown, if there are no images, if a score is infinite, or if `resamples` is not
 *   a positive integer
 * @example
 * bootstrap(Float64Array.of(1, 2, 3, NaN), 'mean', { key: [1, 2] })
 * // => { procedure: 'sound', value: 2, standardError: 0.506, interval: [1, 3], count: 3, missing: 1 }
 */
export function bootstrap(
  scores: Float64Array,
  statistic: Statistic['name'],
  options: ResampleOptions,
): Estimate | null {
  const { resamples = SOUND_RESAMPLES, key } = knownKeys('options', options, resampleKeys);
  finiteOrNaN('scores', scores);
  return bootstrapOver(scores, byName('statistic', statistics, statistic), drawCounts(scores.length, resamples, key));
}
