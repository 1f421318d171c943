import type { Classifier } from '../../src/models/Classifier';
import * as tf from '../../src/tensorflow/tf';
import { randomTensor } from './tensors';

/** A small smooth network with fixed random weights, for what does not depend on a real one: 10 classes. */
export function toyClassifier(size = 32): Classifier {
  const [kernel, dense] = tf.tidy(() => [
    randomTensor<tf.Tensor4D>([3, 3, 3, 8], 1).mul<tf.Tensor4D>(0.3),
    randomTensor<tf.Tensor2D>([8, 10], 2),
  ]);
  return {
    name: 'toy',
    inputShape: [size, size, 3],
    labels: Array.from({ length: 10 }, (_, index) => `class ${index}`),
    logits: (images) =>
      tf.tidy(() => tf.matMul(tf.conv2d(images, kernel, 1, 'same').tanh().mean<tf.Tensor2D>([1, 2]), dense).mul(5)),
    dispose: () => tf.dispose([kernel, dense]),
  };
}

/** A fixed image in [0, 1], `[size, size, 3]`. */
export const toyImage = (size = 32, seed = 3): tf.Tensor3D =>
  tf.tidy(() => randomTensor<tf.Tensor3D>([size, size, 3], seed).sigmoid());
