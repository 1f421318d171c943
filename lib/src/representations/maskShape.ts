import type * as tf from '../tensorflow/tf';
import type { Representation } from './Representation';

/**
 * The shape of the mask of one scale: that of its coefficients, with 1 for the batch and the colours, which share the mask.
 *
 * @param stacked whether the coefficients that are stacked at one place (the shearlets) share it too
 * @example
 * maskShape({ colourAxis: 3 }, tf.zeros([16, 8, 8, 3])) // => [1, 8, 8, 1]
 */
export function maskShape(
  { colourAxis, stackAxis }: Pick<Representation, 'colourAxis' | 'stackAxis'>,
  scale: tf.Tensor,
  stacked = false,
): number[] {
  const shared = [0, colourAxis, ...(stacked && stackAxis !== undefined ? [stackAxis] : [])];
  return scale.shape.map((size, axis) => (shared.includes(axis) ? 1 : size));
}
