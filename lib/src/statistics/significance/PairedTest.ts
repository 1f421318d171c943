import type { Procedure } from '../Estimate';
import type { WilcoxonResult } from './wilcoxonSignedRank';

/** What a test of paired differences found, by either procedure. */
export interface PairedTest {
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

/** The share of differences above 0. */
export const positiveShare = (differences: ArrayLike<number>): number =>
  Array.from(differences).filter((difference) => difference > 0).length / differences.length;
