import * as tf from '../../tensorflow/tf';
import { activate, activateGradient, type Activation } from './activation';
import type { FrozenLayer } from './FrozenLayer';

/** A linear map and its adjoint. */
export interface LinearMap {
  /** A x */
  apply(x: tf.Tensor4D): tf.Tensor;
  /** Aᵀ z, where A took inputs of the given shape. */
  adjoint(z: tf.Tensor4D, inputShape: number[]): tf.Tensor;
  dispose(): void;
}

/** y = activation(A x + bias), and its gradient dx = Aᵀ (dy · activation'(y)). */
export function affineLayer(map: LinearMap, bias: tf.Tensor1D, activation: Activation): FrozenLayer {
  const layer = tf.customGrad<tf.Tensor4D>((input, save) => {
    const x = input as tf.Tensor4D;
    const y = activate(map.apply(x), bias, activation);
    (save as tf.GradSaveFunc)(activation === 'linear' ? [] : [y]);
    const gradFunc = (dy: tf.Tensor4D, saved: tf.Tensor[]): tf.Tensor => {
      const dz = activateGradient(dy, saved[0], activation);
      const dx = map.adjoint(dz, x.shape);
      dz.dispose();
      return dx;
    };
    return { value: y, gradFunc };
  });
  return {
    apply: layer,
    dispose: () => {
      map.dispose();
      bias.dispose();
    },
  };
}
