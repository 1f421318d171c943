import * as tf from '../tensorflow/tf';
import type { Parameters, State, Transformation } from './Transformation';

/**
 * Transformations one after the other, as one: the updates of each are the gradients of the next.
 *
 * @example
 * const optimizer = chain(normalise(), adam()); // Adam of gradients whose norm is 1
 */
export function chain(...transformations: readonly Transformation[]): Transformation<State[]> {
  return {
    options: Object.assign({}, ...transformations.map(({ options }) => options)) as Transformation['options'],
    init: (parameters) => transformations.map((transformation) => transformation.init(parameters)),
    update: (gradients, states) =>
      tf.tidy(() => {
        let updates: Parameters = gradients;
        const next = transformations.map((transformation, i) => {
          const step = transformation.update(updates, states[i]!);
          updates = step.updates;
          return step.state;
        });
        return { updates: [...updates], state: next };
      }),
  };
}
