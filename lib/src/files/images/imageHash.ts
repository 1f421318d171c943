import { createHash } from 'node:crypto';
import type * as tf from '../../tensorflow/tf';

/** Names an image by its pixels (SHA-256), wherever it was loaded from. */
export function imageHash(image: tf.Tensor): string {
  return createHash('sha256')
    .update(image.dataSync() as Float32Array)
    .digest('hex');
}
