import sharp from 'sharp';
import { toPng } from '../files/images/toPng';
import type * as tf from '../tensorflow/tf';

/**
 * A photograph as a data URI of its JPEG file, a tenth of the PNG's size: for sliders with many photographs.
 *
 * @param picture `[height, width, 1 | 3]` in [0, 1], or a batch of one of them
 */
export async function photographUri(picture: tf.Tensor): Promise<string> {
  const jpeg = await sharp(await toPng(picture))
    .jpeg({ quality: 85 })
    .toBuffer();
  return `data:image/jpeg;base64,${jpeg.toString('base64')}`;
}
