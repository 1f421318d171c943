import { rawOp } from '../../tensorflow/rawOp';
import type * as tf from '../../tensorflow/tf';

/** What follows a convolution's bias: nothing, max(x, 0), or min(max(x, 0), 6). */
export type Activation = 'linear' | 'relu' | 'relu6';

const operations = { relu: 'Relu', relu6: 'Relu6' } as const;
const float = { T: { type: 'float32' } } as const;

/** y = activation(x + bias); disposes x. */
export function activate(x: tf.Tensor, bias: tf.Tensor1D, activation: Activation): tf.Tensor4D {
  const sum = rawOp('BiasAdd', [x, bias], { ...float, data_format: { string: 'NHWC' } });
  x.dispose();
  if (activation === 'linear') return sum as tf.Tensor4D;
  const y = rawOp(operations[activation], [sum], float);
  sum.dispose();
  return y as tf.Tensor4D;
}

/** dy passed back through the activation, given its result y (which a linear one does not need): dy where 0 < y (and y < 6), else 0. */
export function activateGradient(dy: tf.Tensor4D, y: tf.Tensor | undefined, activation: Activation): tf.Tensor4D {
  if (activation === 'linear') return dy.clone();
  return rawOp(`${operations[activation]}Grad`, [dy, y!], float) as tf.Tensor4D;
}
