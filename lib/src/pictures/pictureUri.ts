import { toPng } from '../files/images/toPng';
import type * as tf from '../tensorflow/tf';

/**
 * A picture as a data URI of its PNG file, for figures.
 *
 * @param picture `[height, width, 1 | 3]` in [0, 1], or a batch of one of them
 */
export async function pictureUri(picture: tf.Tensor): Promise<string> {
  return `data:image/png;base64,${(await toPng(picture)).toString('base64')}`;
}
