import { finiteOrNaN } from '../../validation/finiteOrNaN';
import { knownKeys } from '../../validation/knownKeys';
import { defined } from '../curves/Curves';
import type { Estimate } from '../Estimate';
import { withinQuartiles } from '../summaries/interquartileMean';
import { mean } from '../summaries/mean';
import { RELEASED_RESAMPLES, resampleKeys, type ResampleOptions } from '../ResampleOptions';
import { drawCounts } from '../drawCounts';
import { ascending } from '../summaries/quantile';
import { standardDeviation } from '../summaries/standardDeviation';

/** An interquartile mean with how many values lie within the quartiles. */
export interface InterquartileEstimate extends Estimate {
  readonly kept: number;
}

const facts = (scores: Float64Array, kept: Float64Array) => ({
  procedure: 'released' as const,
  interval: null,
  count: defined(scores).length,
  missing: scores.length - defined(scores).length,
  kept: kept.length,
});

/**
 * The interquartile mean with the released standard error σ(kept) / √kept, which is what resampling the kept values tends to. It
 * is about half of what it should be: the quartiles would vary too. `bootstrap(scores, 'iqm', …)` is the sound one.
 *
 * @param scores one for every image, NaN where it has none
 * @returns null where no image has a score
 * @throws RangeError if a score is infinite
 * @example
 * releasedInterquartileMean(Float64Array.of(1, 2, 3, 4, 9, NaN))?.standardError // => 0.471405
 */
export function releasedInterquartileMean(scores: Float64Array): InterquartileEstimate | null {
  const kept = withinQuartiles(ascending(defined(finiteOrNaN('scores', scores))));
  if (kept.length === 0) return null;
  return {
    ...facts(scores, kept),
    value: mean(kept),
    standardError: standardDeviation(kept) / Math.sqrt(kept.length),
  };
}

/**
 * The same as the released code does it: mean and standard deviation (ddof 1) of the means of 500 resamples of the kept values.
 * The analytic form above is this without the noise; kept to show that.
 */
export function resampledInterquartileMean(
  scores: Float64Array,
  options: ResampleOptions,
): InterquartileEstimate | null {
  const { resamples = RELEASED_RESAMPLES.inner, key } = knownKeys('options', options, resampleKeys);
  const kept = withinQuartiles(ascending(defined(finiteOrNaN('scores', scores))));
  if (kept.length === 0) return null;
  const means = drawCounts(kept.length, resamples, key).map(
    (counts) => kept.reduce((sum, value, i) => sum + counts[i]! * value, 0) / kept.length,
  );
  return { ...facts(scores, kept), value: mean(means), standardError: standardDeviation(means, 1) };
}
