import type { Representation } from './Representation';
import type * as tf from '../tensorflow/tf';

/**
 * The shape of the mask of one scale: that of its coefficients, with 1 for the batch and the colours, which share the mask.
 *
 * @example
 * maskShape(pixels, coefficients) // => [1, 224, 224, 1]
 */
export function maskShape(representation: Representation, scale: tf.Tensor): number[] {
  return scale.shape.map((size, axis) => (axis === 0 || axis === representation.colourAxis ? 1 : size));
}
