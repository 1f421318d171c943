import { range, sum } from 'lodash';
import { byName } from '../../validation/byName';

const orders = range(1, 11).map((order) => ({ name: `db${order}`, order }));

/** Samples of the unit circle: the cepstrum's aliasing falls off geometrically and is below double precision for all orders. */
const SAMPLES = 1024;

/**
 * The low-pass analysis filter of a Daubechies wavelet: orthonormal, extremal phase, N vanishing moments.
 *
 * Daubechies, Ten Lectures on Wavelets (1992), section 6.1: H(z) = ((1+z)/2)ᴺ B(z) with |B|² = P(sin² ω/2) on the unit circle and
 * P(y) = Σₖ C(N-1+k, k) yᵏ. B is the factor with every root inside the circle.
 *
 * @param name `db1` to `db10`, N being the number
 * @returns 2N coefficients, in the order of convolution; their sum is √2
 * @throws RangeError where the name is none of these
 * @example
 * daubechies('db2') // => [-0.12941, 0.224144, 0.836516, 0.482963]
 */
export function daubechies(name: string): number[] {
  const { order: N } = byName('wavelet', orders, name);
  const binomials = [1];
  for (let k = 1; k < N; k++) binomials.push((binomials[k - 1]! * (N - 1 + k)) / k);
  const P = (y: number): number => binomials.reduceRight((value, coefficient) => value * y + coefficient, 0);

  let H = minimumPhaseFactor((ω) => P(Math.sin(ω / 2) ** 2), N);
  for (let zero = 0; zero < N; zero++) H = [...H, 0].map((h, n) => h + (H[n - 1] ?? 0));
  const scale = Math.SQRT2 / sum(H);
  return H.map((h) => h * scale).reverse();
}

/**
 * The polynomial B of `length` coefficients with |B(e^{iω})|² = `power`(ω) and all roots inside the unit circle.
 *
 * Kolmogorov's factorisation: log power = c₀ + 2 Σ cₙ cos nω, and B(z) = exp(c₀/2 + Σ cₙ z⁻ⁿ), a power series whose coefficients
 * follow from B' = (log B)' B.
 */
function minimumPhaseFactor(power: (ω: number) => number, length: number): number[] {
  const circle = range(SAMPLES).map((m) => (2 * Math.PI * m) / SAMPLES);
  const logarithms = circle.map((ω) => Math.log(power(ω)));
  const c = range(length).map((n) => sum(circle.map((ω, m) => logarithms[m]! * Math.cos(n * ω))) / SAMPLES);
  const B = [Math.exp(c[0]! / 2)];
  for (let n = 1; n < length; n++) B.push(sum(range(1, n + 1).map((k) => (k / n) * c[k]! * B[n - k]!)));
  return B;
}
