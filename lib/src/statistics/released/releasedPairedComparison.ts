import { median } from '../summaries/median';
import { trimmed } from '../summaries/trimmed';
import { pairedDifferences } from '../significance/pairedDifferences';
import { positiveShare, type PairedTest } from '../significance/PairedTest';
import { significanceStars } from '../significance/significanceStars';
import { wilcoxonSignedRank } from '../significance/wilcoxonSignedRank';

export interface ReleasedComparison extends PairedTest {
  readonly procedure: 'released';
  readonly median: number;
}

/**
 * Tables 1 and 8 as released: median and one-sided Wilcoxon test (normal approximation) of the differences between their 1st and
 * 99th percentile, stars without a correction for the number of tests.
 *
 * @param candidate one score for every image, NaN where it has none; `reference` the same
 * @throws RangeError if the lengths differ, a score is infinite, or no image has both scores
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
    positive: positiveShare(kept),
    missing,
  };
}
