import { randomKey } from '../random/key';
import { uniform } from '../random/uniform';
import * as tf from '../tensorflow/tf';
import type { Classifier } from './Classifier';
import { chain, residual } from './layers/chain';
import { convolution, type ConvolutionOptions, type ConvolutionWeights } from './layers/convolution';
import { foldBatchNorm, weight, type StoredWeights } from './layers/foldBatchNorm';
import { frozenClassifier } from './layers/frozenClassifier';
import type { FrozenLayer } from './layers/FrozenLayer';
import { maxPool } from './layers/maxPool';
import { foldScale } from './layers/normalisation';
import { rectifier } from './layers/rectifier';
import { imageNetLabels } from './imageNetLabels';

/** Channels of the four stages of two blocks each; every stage but the first halves height and width. */
const widths = [64, 128, 256, 512] as const;

/** ImageNet's mean and standard deviation, as torchvision rounds them. */
const normalisation = { shift: [0.485, 0.456, 0.406], scale: [1 / 0.229, 1 / 0.224, 1 / 0.225] };

const epsilon = 1e-5;

/** Where the weights come from: of a convolution and the batch norm behind it, by torchvision's names, and of the dense layer. */
interface WeightSource {
  convolution(
    name: string,
    norm: string,
    shape: [height: number, width: number, input: number, output: number],
  ): ConvolutionWeights;
  dense(input: number): { kernel: tf.Tensor2D; bias: tf.Tensor1D };
}

/**
 * ResNet18 (He et al. 2016, https://arxiv.org/abs/1512.03385) with the given weights, named as torchvision names them.
 *
 * @param inputSize height and width of the images in pixels
 * @throws if a weight is missing
 */
export function resNet18(weights: StoredWeights, inputSize = 256): Classifier {
  return build('resnet18', inputSize, {
    convolution: (convolution, norm) => foldBatchNorm(weights, { convolution, norm, epsilon }),
    dense: () => ({
      kernel: tf.tidy(() => weight(weights, 'fc.weight').transpose<tf.Tensor2D>()),
      bias: weight(weights, 'fc.bias') as tf.Tensor1D,
    }),
  });
}

/**
 * ResNet18 with random weights that the seed decides, for measuring time: U(-b, b) with b = √(6 / inputs), batch norm the identity.
 *
 * @example
 * randomResNet18(1, 64).inputShape // => [64, 64, 3]
 */
export function randomResNet18(seed: number, inputSize = 256): Classifier {
  const random = <R extends tf.Rank>(name: string, shape: tf.ShapeMap[R], inputs: number): tf.Tensor<R> =>
    tf.tidy(() =>
      uniform<R>(shape, randomKey('resnet18', seed, name))
        .sub(0.5)
        .mul<tf.Tensor<R>>(2 * Math.sqrt(6 / inputs)),
    );
  return build('random-resnet18', inputSize, {
    convolution: (name, _norm, shape) => ({
      kernel: random<tf.Rank.R4>(name, shape, shape[0] * shape[1] * shape[2]),
      bias: tf.zeros<tf.Rank.R1>([shape[3]]),
    }),
    dense: (inputs) => ({
      kernel: random<tf.Rank.R2>('fc', [inputs, imageNetLabels.length], inputs),
      bias: tf.zeros<tf.Rank.R1>([imageNetLabels.length]),
    }),
  });
}

function build(name: string, inputSize: number, source: WeightSource): Classifier {
  const stem = foldScale(source.convolution('conv1', 'bn1', [7, 7, 3, widths[0]]), normalisation);
  const blocks = widths.flatMap((width, stage) =>
    [0, 1].map((index) => {
      const first = index === 0 && stage > 0;
      return basicBlock(source, `layer${stage + 1}.${index}`, first ? widths[stage - 1]! : width, width);
    }),
  );
  return frozenClassifier({
    name,
    inputShape: [inputSize, inputSize, 3],
    labels: imageNetLabels,
    normalisation,
    features: chain([padded(stem, { stride: 2, activation: 'relu' }), maxPool(3, 2), ...blocks]),
    dense: source.dense(widths.at(-1)!),
  });
}

/** Two convolutions beside a shortcut; where the width grows, both paths stride by 2. */
function basicBlock(source: WeightSource, block: string, input: number, output: number): FrozenLayer {
  const stride = input === output ? 1 : 2;
  const body = chain([
    padded(source.convolution(`${block}.conv1`, `${block}.bn1`, [3, 3, input, output]), { stride, activation: 'relu' }),
    padded(source.convolution(`${block}.conv2`, `${block}.bn2`, [3, 3, output, output])),
  ]);
  const projected = (): FrozenLayer =>
    padded(source.convolution(`${block}.downsample.0`, `${block}.downsample.1`, [1, 1, input, output]), { stride });
  return chain([input === output ? residual(body) : residual(body, projected()), rectifier()]);
}

const padded = (weights: ConvolutionWeights, options: ConvolutionOptions = {}): FrozenLayer =>
  convolution(weights, { padding: 'symmetric', ...options });
