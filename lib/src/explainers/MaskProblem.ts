import type { Parameters } from '../optimizers/Transformation';
import type * as tf from '../tensorflow/tf';

/** What a problem says of its parameters: the gradient of its loss, one tensor per parameter, and a row for the history. */
export interface Evaluation<Row> {
  readonly gradients: tf.Tensor[];
  readonly row: Row;
}

/**
 * What an explainer makes of a subject: everything that one loop, `solveMaskProblem`, needs to find a mask. Its tensors belong to it.
 *
 * @typeParam Row what an iteration measures: an object of numbers, null where one is undefined
 * @typeParam Scene what an observer may look at besides
 */
export interface MaskProblem<Row extends object, Scene = unknown> {
  /** What messages call it. */
  readonly name: string;
  /** The mask m₀, and whatever else is learned with it. */
  readonly start: Parameters;
  readonly scene: Scene;
  /** Everything about the parameters at an iteration, from one draw of noise. */
  evaluate(parameters: Parameters, iteration: number): Evaluation<Row>;
  /** Each parameter led back to what is allowed: the mask to [0, 1], a network's weights as they are. */
  project(parameters: Parameters): tf.Tensor[];
  dispose(): void;
}
