import * as tf from '../../tensorflow/tf';
import { decodeImage, type ImageSize } from './decodeImage';

/**
 * A photograph as a classifier wants it: `[height, width, 3]`, sRGB in [0, 1]; how it is cut and coloured, `decodeImage` says.
 *
 * @param source a path, or the bytes of a file
 * @throws ImageError with the file's name and the reason; RangeError where the size is not allowed
 * @example
 * (await loadImage('chelsea.png', { height: 224, width: 224 })).shape // => [224, 224, 3]
 */
export async function loadImage(source: string | Uint8Array, size: ImageSize): Promise<tf.Tensor3D> {
  const { data, height, width } = await decodeImage(source, size);
  return tf.tensor3d(
    Float32Array.from(data, (byte) => byte / 255),
    [height, width, 3],
  );
}
