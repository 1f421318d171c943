import { maskShape } from '../representations/maskShape';
import type { Representation } from '../representations/Representation';
import * as tf from '../tensorflow/tf';

/**
 * The picture of one coefficient: F⁻¹ of 1 at that place and 0 elsewhere, in greyscale, with 0 as mid-grey.
 *
 * @param shape height and width of the images
 * @param scale which tensor of the coefficients
 * @param place its index in that tensor, as in a mask (batch and colour included)
 * @returns `[height, width, 1]` in [0, 1]
 * @throws RangeError if there is no such coefficient
 */
export function atomPicture(
  representation: Representation,
  shape: readonly [height: number, width: number],
  scale: number,
  place: readonly number[],
): tf.Tensor3D {
  return tf.tidy(() => {
    const zeros = representation.analyse(tf.zeros([1, ...shape, 3]));
    const masks = zeros.map((coefficients) => maskShape(representation, coefficients));
    const sizes = masks[scale];
    if (!sizes || sizes.length !== place.length || !place.every((index, axis) => index >= 0 && index < sizes[axis]!))
      throw new RangeError(
        `place must lie in scale ${scale} of the shapes [${masks.join('] [')}], got [${place.join(', ')}]`,
      );
    const one = tf.buffer(sizes);
    one.set(1, ...place);
    const coefficients = zeros.map((zero, i) => (i === scale ? zero.add(one.toTensor()) : zero));
    const [atom] = tf.split(representation.synthesise(coefficients).squeeze<tf.Tensor3D>([0]), 3, 2);
    return atom!.div(atom!.abs().max().mul(2)).add<tf.Tensor3D>(0.5);
  });
}
