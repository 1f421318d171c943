import * as tf from '../../tensorflow/tf';
import { activate, activateGradient, type Activation } from './activation';
import type { Padding } from './padding';

/** A layer with constant weights: differentiable with respect to its input only, so no gradient of a weight is ever computed. */
export interface FrozenLayer {
  /** `[batch, height, width, channel]` to `[batch, height', width', channel']`. */
  apply(x: tf.Tensor4D): tf.Tensor4D;
  /** Frees the weights. */
  dispose(): void;
}

/** The weights of a convolution: kernel `[height, width, in, out]` (depthwise: `[height, width, channel, 1]`) and bias `[out]`. */
export interface ConvolutionWeights {
  readonly kernel: tf.Tensor4D;
  readonly bias: tf.Tensor1D;
}

/** How far a convolution strides, what surrounds the image, and what follows. */
export interface ConvolutionOptions {
  readonly stride?: number;
  readonly padding?: Padding;
  readonly activation?: Activation;
}

/** A linear map and its adjoint. */
export interface LinearMap {
  /** A x */
  apply(x: tf.Tensor4D): tf.Tensor;
  /** Aᵀ z, where A took inputs of the given shape. */
  adjoint(z: tf.Tensor4D, inputShape: number[]): tf.Tensor;
  dispose(): void;
}

/** y = activation(A x + bias), and dx = Aᵀ (dy · activation'(y)). */
export function frozenLayer(map: LinearMap, bias: tf.Tensor1D, activation: Activation): FrozenLayer {
  const layer = tf.customGrad<tf.Tensor4D>((input, save) => {
    const x = input as tf.Tensor4D;
    const y = activate(map.apply(x), bias, activation);
    (save as tf.GradSaveFunc)([y]);
    const gradFunc = (dy: tf.Tensor4D, saved: tf.Tensor[]): tf.Tensor => {
      const dz = activateGradient(dy, saved[0] as tf.Tensor4D, activation);
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
