import { inRange } from '../../validation/inRange';
import { positiveInteger } from '../../validation/positiveInteger';

/** A p-value with the number of comparisons that it was corrected for. */
export interface CorrectedP {
  readonly pValue: number;
  readonly comparisons: number;
}

/**
 * Bonferroni's correction, min(1, m p). The paper names it "at the method and metric level" without its m, and its code has none;
 * 2 references × 3 steps make m = 6.
 *
 * @param comparisons m, how many tests are made at this level
 * @throws RangeError if p is not a probability or m not a positive integer
 * @example
 * bonferroni(0.01, 6) // => { pValue: 0.06, comparisons: 6 }
 */
export function bonferroni(pValue: number, comparisons: number): CorrectedP {
  inRange('pValue', pValue, 0, 1);
  positiveInteger('comparisons', comparisons);
  return { pValue: Math.min(1, comparisons * pValue), comparisons };
}
