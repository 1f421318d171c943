import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type * as tf from '../../tensorflow/tf';
import { toPng } from './toPng';

/**
 * Writes a picture as a PNG file, whole or not at all; folders are made where missing.
 *
 * @param picture `[height, width, 1 | 3]` in [0, 1], or a batch of one of them
 * @throws what the file system says
 */
export async function savePicture(file: string, picture: tf.Tensor): Promise<void> {
  const png = await toPng(picture);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFileAtomic(file, png);
}
