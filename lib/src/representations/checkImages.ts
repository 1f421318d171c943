import type * as tf from '../tensorflow/tf';

/**
 * Refuses images that a representation was not made for.
 *
 * @param shape height, width and, where it matters, colours
 * @throws RangeError that names both shapes
 * @example
 * checkImages(tf.zeros([1, 8, 9, 3]), [8, 8]) // throws: images must have the shape [batch, 8, 8, colour], got [1, 8, 9, 3]
 */
export function checkImages(
  images: tf.Tensor4D,
  shape: readonly [height: number, width: number, colours?: number],
): void {
  const [, height, width, colours] = images.shape;
  if (height === shape[0] && width === shape[1] && colours === (shape[2] ?? colours)) return;
  throw new RangeError(
    `images must have the shape [batch, ${shape[0]}, ${shape[1]}, ${shape[2] ?? 'colour'}], got [${images.shape.join(', ')}]`,
  );
}
