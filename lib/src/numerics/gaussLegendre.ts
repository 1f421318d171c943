import { positiveInteger } from '../validation/positiveInteger';

/** Where to evaluate a function on [-1, 1], and with which weights to sum the values. */
export interface QuadratureRule {
  /** Ascending. */
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

/** Newton's method squares the error of its start (below 1e-3 whatever the count) in every round. */
const rounds = 5;

/**
 * The Gauss-Legendre rule ∫ f ≈ Σ wᵢ f(xᵢ) on [-1, 1], exact for polynomials of degree up to 2n - 1
 * (Abramowitz and Stegun, 25.4.29): xᵢ is a root of Pₙ, wᵢ = 2 / ((1 - xᵢ²) Pₙ'(xᵢ)²).
 *
 * @param count n
 * @throws RangeError if the count is no positive integer
 * @example
 * gaussLegendre(2) // => { nodes: [-0.57735, 0.57735], weights: [1, 1] }
 */
export function gaussLegendre(count: number): QuadratureRule {
  positiveInteger('count', count);
  const nodes = new Float64Array(count);
  const weights = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    let x = -Math.cos((Math.PI * (i + 0.75)) / (count + 0.5));
    for (let round = 0; round < rounds; round++) {
      const { value, slope } = legendre(count, x);
      x -= value / slope;
    }
    nodes[i] = x;
    weights[i] = 2 / ((1 - x * x) * legendre(count, x).slope ** 2);
  }
  return { nodes, weights };
}

/** Pₙ(x) and Pₙ'(x) by k Pₖ = (2k - 1) x Pₖ₋₁ - (k - 1) Pₖ₋₂ and (x² - 1) Pₙ' = n (x Pₙ - Pₙ₋₁). */
function legendre(n: number, x: number): { value: number; slope: number } {
  let [previous, value] = [1, x];
  for (let k = 2; k <= n; k++) [previous, value] = [value, ((2 * k - 1) * x * value - (k - 1) * previous) / k];
  return { value, slope: (n * (x * value - previous)) / (x * x - 1) };
}
