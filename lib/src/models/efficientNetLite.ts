import * as tf from '../tensorflow/tf';
import type { Classifier } from './Classifier';
import { chain, residual } from './layers/chain';
import { convolution, depthwiseConvolution, type ConvolutionWeights } from './layers/convolution';
import { foldBatchNorm, weight, type StoredWeights } from './layers/foldBatchNorm';
import { frozenClassifier } from './layers/frozenClassifier';
import type { FrozenLayer } from './layers/FrozenLayer';
import { foldScale } from './layers/normalisation';
import { imageNetLabels } from './imageNetLabels';

/** How often each stage repeats its block, and how far the first of them strides; sizes and widths are the weights'. */
const stages = [
  { repeats: 1, stride: 1 },
  { repeats: 2, stride: 2 },
  { repeats: 2, stride: 2 },
  { repeats: 3, stride: 2 },
  { repeats: 3, stride: 1 },
  { repeats: 4, stride: 2 },
  { repeats: 1, stride: 1 },
] as const;

/** (255 x - 127) / 128 */
const normalisation = { shift: [127 / 255, 127 / 255, 127 / 255], scale: [255 / 128, 255 / 128, 255 / 128] };

const epsilon = 1e-3;

/**
 * EfficientNet-Lite0 for 224 x 224 images (Tan and Le 2019, https://arxiv.org/abs/1905.11946; the "Lite" networks leave out
 * squeeze-and-excitation and use ReLU6), with weights named as PyTorch's `efficientnet-lite-pytorch` names them.
 *
 * @throws if a weight is missing
 */
export function efficientNetLite(weights: StoredWeights): Classifier {
  const stem = foldBatchNorm(weights, { convolution: '_conv_stem', norm: '_bn0', epsilon });
  const head = foldBatchNorm(weights, { convolution: '_conv_head', norm: '_bn1', epsilon });
  const strides = stages.flatMap(({ repeats, stride }) => [stride, ...Array<number>(repeats - 1).fill(1)]);
  return frozenClassifier({
    name: 'efficientnet-lite0',
    inputShape: [224, 224, 3],
    labels: imageNetLabels,
    normalisation,
    features: chain([
      convolution(foldScale(stem, normalisation), { stride: 2, activation: 'relu6' }),
      ...strides.map((stride, index) => invertedResidual(weights, `_blocks.${index}`, stride)),
      convolution(head, { activation: 'relu6' }),
    ]),
    dense: {
      kernel: tf.tidy(() => weight(weights, '_fc.weight').transpose<tf.Tensor2D>()),
      bias: weight(weights, '_fc.bias') as tf.Tensor1D,
    },
  });
}

/** Widen (except in the first block), convolve every channel, narrow; and add the input where the shapes agree. */
function invertedResidual(weights: StoredWeights, block: string, stride: number): FrozenLayer {
  const fold = (part: string, norm: string, depthwise = false): ConvolutionWeights =>
    foldBatchNorm(weights, { convolution: `${block}.${part}`, norm: `${block}.${norm}`, epsilon, depthwise });
  const widen = `${block}._expand_conv.weight` in weights ? [fold('_expand_conv', '_bn0')] : [];
  const depthwise = fold('_depthwise_conv', '_bn1', true);
  const narrow = fold('_project_conv', '_bn2');
  const same = stride === 1 && (widen[0] ?? depthwise).kernel.shape[2] === narrow.kernel.shape[3];
  const body = chain([
    ...widen.map((folded) => convolution(folded, { activation: 'relu6' })),
    depthwiseConvolution(depthwise, { stride, activation: 'relu6' }),
    convolution(narrow),
  ]);
  return same ? residual(body) : body;
}
