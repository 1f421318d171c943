import type { Representation } from './Representation';

/**
 * The shape of the noise of one scale: that of its mask, with the samples as the batch and, unless they share it, the colours.
 *
 * @example
 * noiseShape({ colourAxis: 3, sharedNoise: false }, [1, 8, 8, 1], 16) // => [16, 8, 8, 3]
 */
export function noiseShape(
  { colourAxis, sharedNoise }: Pick<Representation, 'colourAxis' | 'sharedNoise'>,
  mask: readonly number[],
  samples: number,
): number[] {
  return mask.map((size, axis) => (axis === 0 ? samples : axis === colourAxis && !sharedNoise ? 3 : size));
}
