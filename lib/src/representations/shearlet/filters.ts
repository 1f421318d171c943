import { range, sum, sumBy } from 'lodash';

/** The 9-tap maximally flat low-pass filter h of ShearLab 3D up to its centre; the rest mirrors it. */
const LOWPASS = [0.010493326175841, -0.0263483047033631, -0.051776695296637, 0.276348304703363, 0.582566738241592];

/** A quadrant of the 9 × 9 maximally flat diamond filter B, times 4096; the centre is the last entry. */
const DIAMOND = [
  [0, -5, 0, -3, 0],
  [-5, 0, 52, 0, 34],
  [0, 52, 0, -276, 0],
  [-3, 0, -276, 0, 1454],
  [0, 34, 0, 1454, 0],
];

/** The steeper diamond is H = (a₀ - a₂) δ + a₁ B + 2 a₂ B ∗ B. */
const [A0, A1, A2] = [0.6035533906, 0.5, -0.1035533906];

/** The response at ω of a filter that is symmetric about its centre, the last entry of `half`. */
function symmetricResponse(half: readonly number[], ω: number): number {
  const centre = half.length - 1;
  return sum(half.map((tap, i) => (i < centre ? 2 : 1) * tap * Math.cos((centre - i) * ω)));
}

/** ĥⱼ(ω) = Π ĥ(2ⁱω) over i < j: the low-pass filter of level j (level 0: none). */
export function lowpassResponse(level: number, ω: number): number {
  return range(level).reduce((product, i) => product * symmetricResponse(LOWPASS, 2 ** i * ω), 1);
}

/** ĝⱼ(ω) = ĥⱼ₋₁(ω) ĝ(2ʲ⁻¹ω), where g[n] = (-1)ⁿ h[n], that is ĝ(ω) = ĥ(ω + π): the high-pass filter of level j. */
export function highpassResponse(level: number, ω: number): number {
  return lowpassResponse(level - 1, ω) * symmetricResponse(LOWPASS, 2 ** (level - 1) * ω + Math.PI);
}

/**
 * P̂(ωy, ωx): the fan that remains of the diamond after the modulation (-1)ˣ, which moves it by π along ωx. The filter is scaled
 * to gain 1 in its centre, then by the sum of its absolute values.
 */
export function fanResponse(ωy: number, ωx: number): number {
  return diamondResponse(ωy, ωx + Math.PI) / absoluteSum;
}

function diamondResponse(ωy: number, ωx: number): number {
  const B = symmetricResponse(
    DIAMOND.map((row) => symmetricResponse(row, ωx) / 4096),
    ωy,
  );
  return A0 - A2 + A1 * B + 2 * A2 * B ** 2;
}

/** Σ|H| / ΣH, from the filter in space. */
const absoluteSum = (() => {
  const B = (y: number, x: number): number => (DIAMOND[4 - Math.abs(y)]?.[4 - Math.abs(x)] ?? 0) / 4096;
  const near = range(-4, 5);
  const squared = (y: number, x: number): number => sumBy(near, (v) => sumBy(near, (u) => B(v, u) * B(y - v, x - u)));
  const H = (y: number, x: number): number => (y || x ? 0 : A0 - A2) + A1 * B(y, x) + 2 * A2 * squared(y, x);
  const far = range(-8, 9);
  return sumBy(far, (y) => sumBy(far, (x) => Math.abs(H(y, x)))) / diamondResponse(0, 0);
})();
