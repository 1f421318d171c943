import type { Curves } from '../../statistics/curves/Curves';
import { estimateCurve } from '../../statistics/sound/estimateCurve';
import type { Statistic } from '../../statistics/summaries/statistics';
import { bootstrapKey } from './bootstrapKey';

/** A statistic at every iteration with its 95 % interval: plain JSON, null where no photograph has a score. */
export interface SoundCurve {
  readonly value: readonly (number | null)[];
  /** Ends of the 95 % interval of the bootstrap of photographs. */
  readonly low: readonly (number | null)[];
  readonly high: readonly (number | null)[];
}

/**
 * A statistic over photographs at every iteration, from the resamples that all figures and tables of a study share.
 *
 * @param curves scores `[photograph][iteration]`
 * @throws RangeError if the statistic is unknown
 * @example
 * soundCurve([Float64Array.of(1, 2), Float64Array.of(1, NaN)], 'mean') // => { value: [1, 2], low: [1, 2], high: [1, 2] }
 */
export function soundCurve(curves: Curves, statistic: Statistic['name']): SoundCurve {
  const estimates = estimateCurve(curves, statistic, { key: bootstrapKey });
  return {
    value: estimates.map((estimate) => estimate?.value ?? null),
    low: estimates.map((estimate) => estimate?.interval?.[0] ?? null),
    high: estimates.map((estimate) => estimate?.interval?.[1] ?? null),
  };
}
