import { rawOp } from '../../tensorflow/rawOp';
import type * as tf from '../../tensorflow/tf';
import type { FrozenLayer } from './FrozenLayer';

const float = { T: { type: 'float32' } } as const;

/** y = max(x, 0), for where no convolution precedes it: after the sum of a residual block. */
export function rectifier(): FrozenLayer {
  return {
    forward: (x, stack) => {
      const y = rawOp('Relu', [x], float) as tf.Tensor4D;
      stack.push(y.clone());
      return y;
    },
    backward: (dy, stack) => {
      const y = stack.pop()!;
      const dx = rawOp('ReluGrad', [dy, y], float) as tf.Tensor4D;
      y.dispose();
      return dx;
    },
    dispose: () => undefined,
  };
}
