import { rawOp } from '../../tensorflow/rawOp';
import * as tf from '../../tensorflow/tf';
import type { Activation } from './activation';
import { affineLayer } from './affineLayer';
import type { FrozenLayer } from './FrozenLayer';
import { paddingAttributes, type Padding } from './padding';

/** The weights of a convolution: kernel `[height, width, in, out]` (depthwise: `[height, width, channel, 1]`) and bias `[out]`. */
export interface ConvolutionWeights {
  readonly kernel: tf.Tensor4D;
  readonly bias: tf.Tensor1D;
}

/** How far a convolution strides (1), what surrounds the image (`same`), and what follows (`linear`: nothing). */
export interface ConvolutionOptions {
  readonly stride?: number;
  readonly padding?: Padding;
  readonly activation?: Activation;
}

/** The two families of convolution: their operations, and which axes of the kernel `[height, width, in, out]` the adjoint exchanges. */
const families = {
  full: { forward: 'Conv2D', adjoint: 'Conv2DBackpropInput', exchange: [0, 1, 3, 2] },
  depthwise: {
    forward: 'DepthwiseConv2dNative',
    adjoint: 'DepthwiseConv2dNativeBackpropInput',
    exchange: [0, 1, 2, 3],
  },
} as const;

/**
 * y = activation(kernel * x + bias), every output channel from all input channels.
 *
 * The layer takes over the weights.
 *
 * @throws if a size of the kernel is even
 */
export const convolution = frozenConvolution('full');

/** As `convolution`, every output channel from its own input channel. */
export const depthwiseConvolution = frozenConvolution('depthwise');

function frozenConvolution(family: keyof typeof families) {
  const { forward, adjoint, exchange } = families[family];
  return (
    { kernel, bias }: ConvolutionWeights,
    { stride = 1, padding = 'same', activation = 'linear' }: ConvolutionOptions = {},
  ): FrozenLayer => {
    const [height, width] = kernel.shape;
    // an even kernel is padded by one more on one side, and flipping it would need the other side
    if (height % 2 === 0 || width % 2 === 0)
      throw new Error(`kernel must have odd height and width, got ${height} x ${width}`);
    const attributes = {
      T: { type: 'float32' },
      strides: { int: [1, stride, stride, 1] },
      ...paddingAttributes(padding, height, width),
      data_format: { string: 'NHWC' },
      dilations: { int: [1, 1, 1, 1] },
    } as const;
    // At stride 1 the adjoint is again a forward convolution, with the kernel flipped and its channels exchanged:
    // faster than the transposed convolution that other strides need. Flipped once, here.
    const flipped = stride === 1 ? tf.tidy(() => kernel.reverse([0, 1]).transpose([...exchange])) : undefined;
    const map = {
      apply: (x: tf.Tensor4D) => rawOp(forward, [x, kernel], attributes),
      adjoint: (z: tf.Tensor4D, inputShape: tf.Tensor1D) =>
        flipped ? rawOp(forward, [z, flipped], attributes) : rawOp(adjoint, [inputShape, kernel, z], attributes),
      dispose: () => {
        kernel.dispose();
        flipped?.dispose();
      },
    };
    return affineLayer(map, bias, activation);
  };
}
