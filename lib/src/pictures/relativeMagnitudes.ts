import type { Coefficients, Mask, Representation } from '../representations/Representation';
import * as tf from '../tensorflow/tf';
import { finiteTensor } from '../validation/finiteTensor';

/**
 * The magnitudes of coefficients, for display: |y|, the largest of the colours, divided by the largest of its group (a wavelet scale and
 * orientation, or a shearlet), so that fine scales are not black beside coarse ones.
 *
 * @param coefficients of one image
 * @returns in the shape of a mask and in [0, 1]
 * @throws RangeError where a coefficient is not finite
 * @example
 * relativeMagnitudes({ colourAxis: 2, groups: [2] }, [tf.tensor3d([1, -2, 5, 10], [1, 4, 1])]) // => [[[[0.5], [1], [0.5], [1]]]]
 */
export function relativeMagnitudes(
  { colourAxis, groups }: Pick<Representation, 'colourAxis' | 'groups'>,
  coefficients: Coefficients,
): Mask {
  for (const scale of coefficients) finiteTensor('coefficients', scale);
  return tf.tidy(() =>
    coefficients.map((scale, i) => {
      const magnitudes = scale.abs().max(colourAxis, true);
      const grouped = magnitudes.reshape([groups[i]!, -1]);
      return tf.divNoNan(grouped, grouped.max(1, true)).reshape(magnitudes.shape);
    }),
  );
}
