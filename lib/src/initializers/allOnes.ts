import { maskShape } from '../representations/maskShape';
import * as tf from '../tensorflow/tf';
import type { Initializer } from './Initializer';

/** Keeps everything: m₀ = 1. */
export const allOnes: Initializer = {
  name: 'all-ones',
  initialize: ({ representation, coefficients }) =>
    coefficients.map((scale) => tf.ones(maskShape(representation, scale))),
};
