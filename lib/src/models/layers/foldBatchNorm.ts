import type { StoredTensor } from '../../files/tensors/StoredTensor';
import * as tf from '../../tensorflow/tf';
import type { ConvolutionWeights } from './convolution';

/** A network's weights by PyTorch's names. */
export type StoredWeights = Readonly<Record<string, StoredTensor>>;

/** The names of a convolution without bias and of the batch norm behind it. */
export interface NormalisedConvolution {
  readonly convolution: string;
  readonly norm: string;
  /** What the batch norm adds to the variance. */
  readonly epsilon: number;
  readonly depthwise?: boolean;
}

/**
 * One convolution with bias in place of a convolution and its batch norm:
 * γ (k * x - μ) / √(σ² + ε) + β = (s k) * x + (β - s μ) with s = γ / √(σ² + ε).
 *
 * PyTorch's kernel `[out, in, height, width]` becomes `[height, width, in, out]` (depthwise: `[height, width, channel, 1]`).
 *
 * @throws if a weight is missing
 */
export function foldBatchNorm(
  weights: StoredWeights,
  { convolution, norm, epsilon, depthwise = false }: NormalisedConvolution,
): ConvolutionWeights {
  return tf.tidy(() => {
    const gamma = weight(weights, `${norm}.weight`);
    const beta = weight(weights, `${norm}.bias`);
    const mean = weight(weights, `${norm}.running_mean`);
    const variance = weight(weights, `${norm}.running_var`);
    const scale = gamma.div(variance.add(epsilon).sqrt());
    const kernel = weight(weights, `${convolution}.weight`).mul(scale.reshape([-1, 1, 1, 1]));
    return {
      kernel: kernel.transpose<tf.Tensor4D>(depthwise ? [2, 3, 0, 1] : [2, 3, 1, 0]),
      bias: beta.sub<tf.Tensor1D>(scale.mul(mean)),
    };
  });
}

/**
 * One float32 weight as a tensor.
 *
 * @throws if it is missing
 */
export function weight(weights: StoredWeights, name: string): tf.Tensor {
  const stored = weights[name];
  if (stored?.dtype !== 'F32') throw new Error(`weights must hold ${name} as F32, got ${stored?.dtype ?? 'nothing'}`);
  return tf.tensor(stored.data as Float32Array, [...stored.shape], 'float32');
}
