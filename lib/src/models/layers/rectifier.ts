import { rawOp } from '../../tensorflow/rawOp';
import * as tf from '../../tensorflow/tf';
import type { FrozenLayer } from './FrozenLayer';

const float = { T: { type: 'float32' } } as const;

/** y = max(x, 0), for where no convolution precedes it: after the sum of a residual block. */
export function rectifier(): FrozenLayer {
  const apply = tf.customGrad<tf.Tensor4D>((x, save) => {
    const y = rawOp('Relu', [x as tf.Tensor4D], float) as tf.Tensor4D;
    (save as tf.GradSaveFunc)([y]);
    return { value: y, gradFunc: (dy, saved) => rawOp('ReluGrad', [dy, saved[0]!], float) };
  });
  return { apply, dispose: () => undefined };
}
