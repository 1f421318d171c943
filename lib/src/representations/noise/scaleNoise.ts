import type { Coefficients, NoiseModel } from '../Representation';
import { noiseRange } from './noiseRange';

/** The noise n of every scale, for u from U[0, 1): see `noiseRange`. */
export function scaleNoise(drawn: Coefficients, models: readonly NoiseModel[]): Coefficients {
  return drawn.map((u, scale) => {
    const { lowest, width } = noiseRange(models[scale]!);
    return u.mul(width).add(lowest);
  });
}
