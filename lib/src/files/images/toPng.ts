import sharp from 'sharp';
import type * as tf from '../../tensorflow/tf';

/**
 * A picture as the bytes of a PNG file: values in [0, 1] (beyond: cut off), rounded to 8 bits.
 *
 * @param picture `[height, width, 1 | 3]`, or a batch of one of them
 * @throws if the picture has another shape, or holds a value that is not finite
 * @example
 * (await toPng(tf.zeros([2, 2, 3]))).subarray(1, 4).toString() // => 'PNG'
 */
export async function toPng(picture: tf.Tensor): Promise<Buffer> {
  const [channels, width, height, ...batch] = picture.shape.slice().reverse();
  if (!height || !width || (channels !== 1 && channels !== 3) || batch.some((size) => size !== 1))
    throw new Error(`picture must have the shape [height, width, 1 or 3], got [${picture.shape.join(', ')}]`);
  const values = await picture.data();
  const strange = values.find((value) => !Number.isFinite(value));
  if (strange !== undefined) throw new Error(`picture must hold finite numbers, got ${String(strange)}`);
  const bytes = Uint8ClampedArray.from(values, (value) => 255 * value);
  return sharp(bytes, { raw: { width, height, channels } }).png().toBuffer();
}
