/**
 * P(W⁺ ≥ w) where each rank has either sign with probability ½: the exact distribution of all 2ⁿ assignments, ties included, by
 * adding one rank after the other.
 *
 * @param ranks multiples of ½
 * @example
 * signedRankTail(Float64Array.of(1, 2, 3), 5) // => 0.25
 */
export function signedRankTail(ranks: Float64Array, w: number): number {
  const doubled = ranks.map((rank) => 2 * rank);
  const total = doubled.reduce((sum, rank) => sum + rank, 0);
  const probability = new Float64Array(total + 1);
  probability[0] = 1;
  let reach = 0;
  for (const rank of doubled) {
    reach += rank;
    // p'(s) = (p(s) + p(s - r)) / 2
    for (let s = reach; s >= 0; s--) probability[s] = (probability[s]! + (s >= rank ? probability[s - rank]! : 0)) / 2;
  }
  return probability.subarray(2 * w).reduceRight((sum, p) => sum + p, 0);
}
