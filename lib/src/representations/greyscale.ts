import * as tf from '../tensorflow/tf';

/** Luma weights of red, green and blue (ITU-R BT.601). */
const LUMA = [0.299, 0.587, 0.114];

/**
 * The greyscale image 0.299 R + 0.587 G + 0.114 B, differentiable.
 *
 * @param images colours along `colourAxis`
 * @returns the same rank, with size 1 on that axis
 * @example
 * greyscale(tf.tensor3d([1, 0.5, 0], [1, 1, 3]), 2) // => [[[0.5925]]]
 */
export function greyscale<T extends tf.Tensor>(images: T, colourAxis: number): T {
  return tf.tidy(() => {
    const shape = images.shape.map((_, axis) => (axis === colourAxis ? 3 : 1));
    return images.mul(tf.tensor(LUMA, shape)).sum<T>(colourAxis, true);
  });
}
