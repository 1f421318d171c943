import { bonferroni, type CorrectedP } from './bonferroni';
import { bootstrap } from './bootstrap';
import type { Estimate, Procedure } from './Estimate';
import { median } from './median';
import { pairedDifferences } from './pairedDifferences';
import type { ResampleOptions } from './ResampleOptions';
import { significanceStars } from './significanceStars';
import { trimmed } from './trimmed';
import { wilcoxonSignedRank, type WilcoxonResult } from './wilcoxonSignedRank';

interface PairedTest {
  readonly procedure: Procedure;
  readonly wilcoxon: WilcoxonResult;
  readonly stars: string;
  /** Differences that were tested. */
  readonly kept: number;
  /** Share of them above 0. */
  readonly positive: number;
  /** Images left out because one of the two has no score. */
  readonly missing: number;
}

export interface ReleasedComparison extends PairedTest {
  readonly procedure: 'released';
  readonly median: number;
}

export interface SoundComparison extends PairedTest {
  readonly procedure: 'sound';
  readonly median: Estimate;
  readonly corrected: CorrectedP;
}

const share = (differences: ArrayLike<number>): number =>
  Array.from(differences).filter((difference) => difference > 0).length / differences.length;

/**
 * Tables 1 and 8 as released: median and one-sided Wilcoxon test (normal approximation) of the differences between their 1st and
 * 99th percentile, stars without a correction for the number of tests.
 *
 * @param candidate one score for every image, NaN where it has none; `reference` the same
 * @throws RangeError if the lengths differ or no image has both scores
 */
export function releasedPairedComparison(candidate: Float64Array, reference: Float64Array): ReleasedComparison {
  const { differences, missing } = pairedDifferences(candidate, reference);
  const kept = trimmed(differences, 0.01);
  const wilcoxon = wilcoxonSignedRank(kept, { method: 'approximate' });
  const stars = significanceStars(wilcoxon.pValue);
  return {
    procedure: 'released',
    median: median(kept),
    wilcoxon,
    stars,
    kept: kept.length,
    positive: share(kept),
    missing,
  };
}

/**
 * The sound comparison: median of all paired differences with the 95 % interval of a paired bootstrap, one-sided Wilcoxon test of
 * all of them, stars after Bonferroni's correction for a stated number of comparisons.
 *
 * @param options `comparisons` (no default: say it), `resamples` and `key`
 * @throws RangeError if the lengths differ, no image has both scores, or `comparisons` is not a positive integer
 */
export function pairedComparison(
  candidate: Float64Array,
  reference: Float64Array,
  { comparisons, ...options }: ResampleOptions & { readonly comparisons: number },
): SoundComparison {
  const { differences, missing } = pairedDifferences(candidate, reference);
  const wilcoxon = wilcoxonSignedRank(differences);
  const corrected = bonferroni(wilcoxon.pValue, comparisons);
  return {
    procedure: 'sound',
    median: bootstrap(differences, 'median', options)!,
    wilcoxon,
    corrected,
    stars: significanceStars(corrected.pValue),
    kept: differences.length,
    positive: share(differences),
    missing,
  };
}
