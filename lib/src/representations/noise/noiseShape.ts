import type { Representation } from '../Representation';

/**
 * A shape of one entry for all colours, widened to one per colour where each has its own noise.
 *
 * @example
 * noiseShape({ colourAxis: 3, sharedNoise: false }, [1, 8, 8, 1]) // => [1, 8, 8, 3]
 */
export function noiseShape(
  { colourAxis, sharedNoise }: Pick<Representation, 'colourAxis' | 'sharedNoise'>,
  shape: readonly number[],
): number[] {
  return shape.map((size, axis) => (axis === colourAxis && !sharedNoise ? 3 : size));
}
