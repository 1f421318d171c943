import { foldIn, type RandomKey } from '../../random/key';
import { uniform } from '../../random/uniform';
import { noiseShape } from './noiseShape';
import type { Coefficients, Representation } from '../Representation';

/**
 * U[0, 1) for every coefficient of one noise sample; every scale and every sample has its own stream.
 *
 * @param masks the shape of every scale's mask, one entry per coefficient
 * @param key of the iteration
 * @returns one tensor per scale, with one colour where the colours share the noise
 */
export function drawNoise(
  representation: Representation,
  masks: readonly (readonly number[])[],
  sample: number,
  key: RandomKey,
): Coefficients {
  const sampleKey = foldIn(key, sample);
  if (representation.drawNoise) return representation.drawNoise(sampleKey);
  return masks.map((shape, scale) => uniform(noiseShape(representation, shape) as [number], foldIn(sampleKey, scale)));
}
