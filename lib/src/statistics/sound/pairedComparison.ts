import { knownKeys } from '../../validation/knownKeys';
import type { Estimate } from '../Estimate';
import { resampleKeys, type ResampleOptions } from '../ResampleOptions';
import { bonferroni, type CorrectedP } from '../significance/bonferroni';
import { pairedDifferences } from '../significance/pairedDifferences';
import { positiveShare, type PairedTest } from '../significance/PairedTest';
import { significanceStars } from '../significance/significanceStars';
import { wilcoxonSignedRank } from '../significance/wilcoxonSignedRank';
import { bootstrap } from './bootstrap';

export interface SoundComparison extends PairedTest {
  readonly procedure: 'sound';
  readonly median: Estimate;
  readonly corrected: CorrectedP;
}

/**
 * The sound comparison: median of all paired differences with the 95 % interval of a paired bootstrap, one-sided Wilcoxon test of
 * all of them, stars after Bonferroni's correction for a stated number of comparisons.
 *
 * @param given `comparisons` (no default: say it), `resamples` and `key`
 * @throws RangeError if the lengths differ, no image has both scores, a score is infinite, an option is unknown, or `comparisons` is not
 *   a positive integer
 */
export function pairedComparison(
  candidate: Float64Array,
  reference: Float64Array,
  given: ResampleOptions & { readonly comparisons: number },
): SoundComparison {
  const { comparisons, ...options } = knownKeys('options', given, [...resampleKeys, 'comparisons']);
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
    positive: positiveShare(differences),
    missing,
  };
}
