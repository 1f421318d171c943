import type { Coefficients, NoiseModel } from '../Representation';

/** n = (μ - σ) + 2σu of every scale, for u from U[0, 1). */
export function scaleNoise(drawn: Coefficients, models: readonly NoiseModel[]): Coefficients {
  return drawn.map((u, scale) => {
    const { centre, spread } = models[scale]!;
    return u.mul(spread.mul(2)).add(centre.sub(spread));
  });
}
