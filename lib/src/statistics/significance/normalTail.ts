/** Below this the power series converges faster than the continued fraction. */
const SWITCH = 3;

const density = (z: number): number => Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);

/** ½ - φ(z) (z + z³/3 + z⁵/(3·5) + ...), Abramowitz and Stegun 26.2.11 */
function bySeries(z: number): number {
  let term = z;
  let sum = z;
  for (let k = 3; Math.abs(term) > 1e-17 * Math.abs(sum); k += 2) sum += term *= (z * z) / k;
  return 0.5 - density(z) * sum;
}

/** φ(z) / (z + 1/(z + 2/(z + 3/(z + ...)))), Abramowitz and Stegun 26.2.14 */
function byFraction(z: number): number {
  let fraction = z;
  for (let k = 200; k > 0; k--) fraction = z + k / fraction;
  return density(z) / fraction;
}

/**
 * P(Z > z) of a standard normal Z, to a relative 1e-12 far into the tail.
 *
 * @throws RangeError if z is NaN
 * @example
 * normalTail(1.96) // => 0.0249979
 * normalTail(10) // => 7.61985e-24
 */
export function normalTail(z: number): number {
  if (Number.isNaN(z)) throw new RangeError('z must be a number, got NaN');
  if (z < -SWITCH) return 1 - byFraction(-z);
  return z < SWITCH ? bySeries(z) : byFraction(z);
}
