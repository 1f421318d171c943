import { averageRanks } from './averageRanks';
import { byName } from '../../validation/byName';
import { finiteNumbers } from '../../validation/finiteNumbers';
import { knownKeys } from '../../validation/knownKeys';
import { normalTail } from './normalTail';
import { signedRankTail } from './signedRankTail';

const methods = [{ name: 'exact' }, { name: 'approximate' }, { name: 'auto' }] as const;

/** `exact`: all 2ⁿ sign assignments. `approximate`: normal. `auto`: SciPy's choice between them. */
export type WilcoxonMethod = (typeof methods)[number]['name'];

export interface WilcoxonResult {
  /** W⁺, the sum of the ranks of the positive differences. */
  readonly statistic: number;
  /** One-sided: how likely a W⁺ as large is if differences are symmetric about 0. */
  readonly pValue: number;
  readonly method: 'exact' | 'approximate';
  /** Differences that are not zero; zeros are dropped. */
  readonly n: number;
}

/** From here on SciPy 1.17 prefers the normal approximation: for distinct non-zero differences, and with ties or zeros. */
const LARGE = { distinct: 51, tied: 14 };

/** z = (W⁺ - n (n + 1) / 4 - ½) / √(n (n + 1) (2n + 1) / 24 - Σ (t³ - t) / 48) */
function approximateTail(statistic: number, n: number, groups: readonly number[]): number {
  const ties = groups.reduce((sum, t) => sum + (t ** 3 - t), 0);
  const variance = (n * (n + 1) * (2 * n + 1)) / 24 - ties / 48;
  return normalTail((statistic - (n * (n + 1)) / 4 - 0.5) / Math.sqrt(variance));
}

/**
 * Wilcoxon's signed-rank test of paired differences against "not greater than 0", as SciPy's
 * `wilcoxon(d, alternative='greater', correction=True)`: zeros dropped, average ranks for ties, the approximation corrected for
 * ties and continuity. Unlike SciPy's `method='exact'` ours stays exact with ties.
 *
 * @param options `method` (default `auto`)
 * @returns where all differences are zero, p = 1 of no ranks
 * @throws RangeError if there are no differences or one is not finite, or there is no such option or method
 * @example
 * wilcoxonSignedRank([1, 2, -3, 4]) // => { statistic: 7, pValue: 0.3125, method: 'exact', n: 4 }
 */
export function wilcoxonSignedRank(
  differences: ArrayLike<number>,
  options: { readonly method?: WilcoxonMethod } = {},
): WilcoxonResult {
  const { method = 'auto' } = knownKeys('options', options, ['method']);
  byName('method', methods, method);
  finiteNumbers('differences', differences);
  const nonZero = Array.from(differences).filter((difference) => difference !== 0);
  const n = nonZero.length;
  if (n === 0) return { statistic: 0, pValue: 1, method: 'exact', n };
  const { ranks, groups } = averageRanks(nonZero.map(Math.abs));
  const statistic = ranks.reduce((sum, rank, i) => sum + (nonZero[i]! > 0 ? rank : 0), 0);
  const distinct = groups.length === differences.length;
  const large = differences.length >= (distinct ? LARGE.distinct : LARGE.tied);
  if (method === 'approximate' || (method === 'auto' && large))
    return { statistic, pValue: approximateTail(statistic, n, groups), method: 'approximate', n };
  return { statistic, pValue: signedRankTail(ranks, statistic), method: 'exact', n };
}
