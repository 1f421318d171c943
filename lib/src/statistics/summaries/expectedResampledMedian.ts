import { medianOfSorted } from './median';

const weightsOf = new Map<number, Float64Array>();

/** log 0!, log 1!, ..., log n! */
function logFactorials(n: number): Float64Array {
  const result = new Float64Array(n + 1);
  for (let i = 2; i <= n; i++) result[i] = result[i - 1]! + Math.log(i);
  return result;
}

/**
 * How much x₍ᵢ₎ counts in the expected median of n draws with replacement from x₍₁₎ ≤ ... ≤ x₍ₙ₎ (Efron 1979; Maritz and Jarrett
 * 1978): the k-th of the draws is at most x₍ᵢ₎ if at least k of them are, and each is with probability i / n.
 */
function medianWeights(n: number): Float64Array {
  const logs = logFactorials(n);
  const ranks = [Math.floor((n + 1) / 2), Math.floor(n / 2) + 1];
  // P(k-th draw ≤ x₍ᵢ₎) = Σ_{j ≥ k} C(n, j) (i/n)^j (1 - i/n)^(n - j), averaged over the one or two middle ranks k
  const atMost = (i: number): number => {
    if (i === n) return 1;
    let probability = 0;
    for (let j = ranks[0]!; j <= n; j++) {
      const log = logs[n]! - logs[j]! - logs[n - j]! + j * Math.log(i / n) + (n - j) * Math.log(1 - i / n);
      probability += (Math.exp(log) * ranks.filter((k) => j >= k).length) / 2;
    }
    return probability;
  };
  return Float64Array.from({ length: n }, (_, i) => atMost(i + 1) - atMost(i));
}

/**
 * What the mean of the medians of infinitely many resamples of some ascending values tends to, computed exactly. The paper's code
 * averages 500 of them: the same up to its noise.
 *
 * @example
 * expectedResampledMedian(Float64Array.of(0, 0, 3)) // => 0.777778
 */
export function expectedResampledMedian(sorted: Float64Array): number {
  if (sorted.length < 3) return medianOfSorted(sorted);
  const weights = weightsOf.get(sorted.length) ?? medianWeights(sorted.length);
  weightsOf.set(sorted.length, weights);
  return sorted.reduce((sum, value, i) => sum + weights[i]! * value, 0);
}
