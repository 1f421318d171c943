import { range } from 'lodash';
import * as tf from '../../tensorflow/tf';
import { knownKeys } from '../../validation/knownKeys';
import { positiveInteger } from '../../validation/positiveInteger';
import { checkImages } from '../checkImages';
import { meanAndSpread } from '../noise/meanAndSpread';
import type { Coefficients, Representation } from '../Representation';
import { daubechies } from './daubechies';
import { waveletLevel, type WaveletLevel } from './waveletLevel';

export interface WaveletOptions {
  /** `db1` to `db10`; `db3` by default. */
  readonly wavelet?: string;
  /** How often the low-pass band is split; 5 by default. */
  readonly levels?: number;
  /** 3 by default */
  readonly colours?: number;
}

/**
 * The two-dimensional discrete wavelet transform of images surrounded by zeros (Mallat, 1989), any size.
 *
 * Coefficients, coarsest first: the approximation `[batch, 1, h, w, colour]`, then the details of every level
 * `[batch, 3, h, w, colour]`: high-pass along the columns, along the rows, along both. They equal PyWavelets'
 * `wavedec2(mode='zero')`. The wavelet is orthonormal, FᵀF = 1, so that F⁻¹ = Fᵀ and its adjoint is F. The noise of a scale has
 * the mean ± the standard deviation (n - 1) of its coefficients, each colour its own.
 *
 * @param shape height and width of the images
 * @throws RangeError where the shape or an option is not allowed
 * @example
 * wavelets([256, 256]).analyse(tf.zeros([1, 256, 256, 3])).map(({ shape }) => shape[2]) // => [12, 12, 20, 36, 67, 130]
 */
export function wavelets(
  shape: readonly [height: number, width: number],
  options: WaveletOptions = {},
): Representation {
  const { wavelet = 'db3', levels = 5, colours = 3 } = knownKeys('options', options, ['wavelet', 'levels', 'colours']);
  const lowpass = daubechies(wavelet);
  positiveInteger('levels', levels);
  positiveInteger('colours', colours);
  const cascade = waveletCascade(lowpass, levels, shape, colours);

  const analyse = (images: tf.Tensor4D): Coefficients =>
    tf.tidy(() => {
      checkImages(images, [...shape, colours]);
      const details: tf.Tensor[] = [];
      let approximation: tf.Tensor = images.expandDims(1);
      for (const level of cascade) {
        const bands = bandsFirst(level.analyse(approximation.squeeze([1])), colours);
        const [lowest, detail] = tf.split(bands, [1, 3], 1);
        details.unshift(detail!);
        approximation = lowest!;
      }
      return [approximation, ...details];
    });

  const synthesise = ([approximation, ...details]: Coefficients): tf.Tensor4D =>
    tf.tidy(() => {
      const images = details.reduce((lowest, detail, i) => {
        const level = cascade[levels - 1 - i]!;
        return level.synthesise(bandsLast(tf.concat([lowest, detail], 1))).expandDims(1);
      }, approximation!);
      return images.squeeze([1]);
    });

  return {
    name: `wavelets-${wavelet}-${levels}`,
    colourAxis: 4,
    groups: [1, ...cascade.map(() => 3)],
    sharedNoise: false,
    analyse,
    synthesise,
    synthesiseAdjoint: analyse,
    noise: (coefficients) => coefficients.map((scale) => meanAndSpread(scale)),
    dispose: () => {
      cascade.forEach((level) => {
        level.dispose();
      });
    },
  };
}

/** The levels from fine to coarse, each as large as the low-pass band of the one before. */
function waveletCascade(
  lowpass: readonly number[],
  levels: number,
  [height, width]: readonly [number, number],
  colours: number,
): WaveletLevel[] {
  let size: readonly [number, number] = [positiveInteger('height', height), positiveInteger('width', width)];
  return range(levels).map(() => {
    const level = waveletLevel(lowpass, size, colours);
    size = level.size;
    return level;
  });
}

/** `[batch, h, w, 4 colours]` to `[batch, 4, h, w, colour]` */
function bandsFirst(bands: tf.Tensor4D, colours: number): tf.Tensor5D {
  const [batch, h, w] = bands.shape;
  return bands.reshape([batch, h, w, 4, colours]).transpose([0, 3, 1, 2, 4]);
}

/** `[batch, 4, h, w, colour]` to `[batch, h, w, 4 colours]` */
function bandsLast(bands: tf.Tensor): tf.Tensor4D {
  const [batch, , h, w] = bands.shape as [number, number, number, number, number];
  return bands.transpose([0, 2, 3, 1, 4]).reshape([batch, h, w, -1]);
}
