import type * as tf from '../../tensorflow/tf';
import type { NoiseModel } from '../Representation';

/**
 * Where the noise n = lowest + width ⊙ u of one scale lies, for u from U[0, 1): lowest = μ - σ, width = 2σ.
 *
 * @example
 * noiseRange({ centre: tf.scalar(1), spread: tf.scalar(0.5) }) // => { lowest: 0.5, width: 1 }
 */
export const noiseRange = ({ centre, spread }: NoiseModel): { lowest: tf.Tensor; width: tf.Tensor } => ({
  lowest: centre.sub(spread),
  width: spread.mul(2),
});
