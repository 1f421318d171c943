import { saliency } from '../attributions/saliency';
import * as tf from '../tensorflow/tf';
import type { Initializer } from './Initializer';
import { quantileTransform } from './quantileTransform';

/**
 * StartGrad for a mask with one entry per place (`sharedMask`): the ranks of the largest saliency among the coefficients that share it.
 * Neither the paper nor its code has it; it separates what the initialisation does from what the size of the mask does.
 */
export const startGradShared: Initializer = {
  name: 'startgrad-shared',
  fits: { options: { sharedMask: true } },
  initialise: ({ classifier, representation, image, target }) =>
    tf.tidy(() =>
      saliency(classifier, representation, image, target).map((scale) => {
        const { stackAxis } = representation;
        const largest = stackAxis === undefined ? scale : scale.max<tf.Tensor>(stackAxis, true);
        return tf.tensor(quantileTransform(largest.dataSync() as Float32Array), largest.shape);
      }),
    ),
};
