import { rawOp } from '../../tensorflow/rawOp';
import type * as tf from '../../tensorflow/tf';
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
  return {
    forward: (x, stack) => {
      const y = rawOp('MaxPool', [x], attributes) as tf.Tensor4D;
      stack.push(x.clone(), y.clone());
      return y;
    },
    backward: (dy, stack) => {
      const [x, y] = stack.splice(-2) as [tf.Tensor, tf.Tensor];
      const dx = rawOp('MaxPoolGrad', [x, y, dy], attributes) as tf.Tensor4D;
      x.dispose();
      y.dispose();
      return dx;
    },
    dispose: () => undefined,
  };
}
