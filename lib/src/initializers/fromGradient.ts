import { saliency } from '../gradients/saliency';
import * as tf from '../tensorflow/tf';
import type { Initializer } from './Initializer';

/**
 * An initialiser that transforms the saliency S_c of every coefficient into [0, 1].
 *
 * @param name under which studies know it
 * @param transform maps the flattened saliency of one scale to [0, 1]; `groups` is into how many equal runs it falls (the
 *   orientations of a wavelet scale, the shearlets)
 */
export function fromGradient(
  name: string,
  transform: (saliency: Float32Array, groups: number) => Float32Array,
): Initializer {
  return {
    name,
    initialize: ({ classifier, representation, image, target }) =>
      tf.tidy(() =>
        saliency(classifier, representation, image, target).map((scale, index) =>
          tf.tensor(transform(scale.dataSync() as Float32Array, representation.groups[index]!), scale.shape),
        ),
      ),
  };
}
