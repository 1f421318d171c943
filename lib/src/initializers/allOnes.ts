import * as tf from '../tensorflow/tf';
import type { Initializer } from './Initializer';

/** Keeps everything: m₀ = 1. */
export const allOnes: Initializer = {
  name: 'all-ones',
  initialise: ({ shapes }) => shapes.map((shape) => tf.ones([...shape])),
};
