import { saliency } from '../attributions/saliency';
import { foldIn } from '../random/key';
import * as tf from '../tensorflow/tf';
import type { Initializer, InitializerInput } from './Initializer';

/** What a transform may know of the scale besides its saliency. */
export interface ScaleInput extends Pick<InitializerInput, 'key' | 'options'> {
  /** Into how many equal runs the scale falls: the orientations of a wavelet scale, the shearlets. */
  readonly groups: number;
}

/**
 * An initialiser that transforms the saliency S_c of every coefficient into [0, 1].
 *
 * @param name under which studies know it
 * @param transform maps the flattened saliency of one scale to [0, 1]
 */
export function fromGradient(
  name: string,
  transform: (saliency: Float32Array, input: ScaleInput) => Float32Array,
): Initializer {
  return {
    name,
    initialise: ({ classifier, representation, image, target, key, options }) =>
      tf.tidy(() =>
        saliency(classifier, representation, image, target).map((scale, index) => {
          const input = { groups: representation.groups[index]!, key: foldIn(key, index), options };
          return tf.tensor(transform(scale.dataSync() as Float32Array, input), scale.shape);
        }),
      ),
  };
}
