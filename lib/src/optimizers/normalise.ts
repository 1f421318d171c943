import * as tf from '../tensorflow/tf';
import type { Transformation } from './Transformation';

/** From here on the sum of the squares of a few million entries may overflow. */
const large = 1e15;

/**
 * Divides the gradients by their norm, g / (‖g‖₂ + 1e-7), with the norm over all tensors: the default of the released ShearletX.
 *
 * @example
 * normalise().update([tf.tensor1d([3, 4])], undefined).updates // => [[0.6, 0.8]]
 */
export function normalise(): Transformation<undefined> {
  return {
    options: { normalised: true },
    init: () => undefined,
    update: (gradients) => ({
      updates: tf.tidy(() => {
        const largest = Math.max(...gradients.map((g) => g.abs().max().dataSync()[0]!));
        const g = largest > large ? gradients.map((each) => each.div(largest)) : gradients;
        const norm = tf.addN(g.map((each) => each.square().sum())).sqrt();
        return g.map((each) => each.div(norm.add(1e-7)));
      }),
      state: undefined,
    }),
  };
}
