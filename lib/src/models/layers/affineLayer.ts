import * as tf from '../../tensorflow/tf';
import { activate, activateGradient, type Activation } from './activation';
import type { FrozenLayer } from './FrozenLayer';

/** A linear map and its adjoint. */
export interface LinearMap {
  /** A x */
  apply(x: tf.Tensor4D): tf.Tensor;
  /** Aᵀ z, where A took inputs of the given shape. */
  adjoint(z: tf.Tensor4D, inputShape: tf.Tensor1D): tf.Tensor;
  dispose(): void;
}

/** y = activation(A x + bias), and its gradient dx = Aᵀ (dy · activation'(y)). */
export function affineLayer(map: LinearMap, bias: tf.Tensor1D, activation: Activation): FrozenLayer {
  return {
    forward: (x, stack) => {
      const y = activate(map.apply(x), bias, activation);
      if (activation !== 'linear') stack.push(y.clone());
      stack.push(tf.tensor1d(x.shape, 'int32'));
      return y;
    },
    backward: (dy, stack) => {
      const inputShape = stack.pop() as tf.Tensor1D;
      const y = activation === 'linear' ? undefined : stack.pop();
      const dz = activateGradient(dy, y, activation);
      y?.dispose();
      const dx = map.adjoint(dz, inputShape);
      tf.dispose([dz, inputShape]);
      return dx as tf.Tensor4D;
    },
    dispose: () => {
      map.dispose();
      bias.dispose();
    },
  };
}
