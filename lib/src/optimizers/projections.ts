import type * as tf from '../tensorflow/tf';

/** Where an update may have led a parameter out of what is allowed, its projection leads back. */
export type Projection = (parameter: tf.Tensor) => tf.Tensor;

/** The nearest point of [0, 1]: a mask's projection, m ← clamp(m, 0, 1). */
export const toUnitInterval: Projection = (mask) => mask.clipByValue(0, 1);

/** Everything is allowed: the projection of a network's weights. */
export const unconstrained: Projection = (weights) => weights.clone();
