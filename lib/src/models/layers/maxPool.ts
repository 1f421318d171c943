import { rawOp } from '../../tensorflow/rawOp';
import * as tf from '../../tensorflow/tf';
import type { FrozenLayer } from './FrozenLayer';
import { paddingAttributes } from './padding';

/** The largest value of every `size` x `size` window, symmetric padding; the gradient goes to where it was. */
export function maxPool(size: number, stride: number): FrozenLayer {
  const attributes = {
    T: { type: 'float32' },
    ksize: { int: [1, size, size, 1] },
    strides: { int: [1, stride, stride, 1] },
    data_format: { string: 'NHWC' },
    ...paddingAttributes('symmetric', size, size),
  } as const;
  const apply = tf.customGrad<tf.Tensor4D>((input, save) => {
    const x = input as tf.Tensor4D;
    const y = rawOp('MaxPool', [x], attributes) as tf.Tensor4D;
    (save as tf.GradSaveFunc)([x, y]);
    return { value: y, gradFunc: (dy, saved) => rawOp('MaxPoolGrad', [...saved, dy], attributes) };
  });
  return { apply, dispose: () => undefined };
}
