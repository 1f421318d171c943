import type * as tf from '../tensorflow/tf';

/** The tensors that are optimised together: a mask, and whatever else is learned with it. */
export type Parameters = readonly tf.Tensor[];

/** What a transformation remembers from update to update: numbers and tensors, nested as it likes. `tf.dispose` frees it. */
export type State = tf.TensorContainer;

/**
 * What becomes of gradients on their way to an update, as a pair of pure functions (optax, DeepMind 2020). An optimiser is a chain of
 * them. The caller disposes what it no longer needs.
 */
export interface Transformation<S extends State = State> {
  /** What explanations and messages say of it: plain JSON. */
  readonly options: Readonly<Record<string, unknown>>;
  /** The state before the first update. */
  init(parameters: Parameters): S;
  /** The gradients transformed, one per parameter, and the next state. Neither gradients nor state are changed or disposed. */
  update(gradients: Parameters, state: S): { updates: tf.Tensor[]; state: S };
}
