import type { RandomKey } from '../random/key';
import type * as tf from '../tensorflow/tf';

/** One tensor per scale (pixels: one in all). Axis 0 is the batch; the representation says which axis holds the colours. */
export type Coefficients = readonly tf.Tensor[];

/** One tensor per scale, of the coefficients' rank, with size 1 on the batch and the colour axis: `mask * coefficients` broadcasts. */
export type Mask = readonly tf.Tensor[];

/** The obfuscating noise of one scale: uniform on [centre - spread, centre + spread]. Both broadcast to the scale's coefficients. */
export type NoiseModel = {
  readonly centre: tf.Tensor;
  readonly spread: tf.Tensor;
};

/** An invertible linear map F between images and coefficients, and what the method needs to know about it. */
export interface Representation {
  readonly name: string;
  /** The axis of the colours in every coefficient tensor. */
  readonly colourAxis: number;
  /** The axis on which the coefficients of one place are stacked (the shearlets), where there is one. */
  readonly stackAxis?: number;
  /** For every scale: how many equal, contiguous runs of the flattened mask the quantile transform ranks separately. */
  readonly groups: readonly number[];
  /** Whether the coefficients are the pixels themselves: as released, images of such a mask are not clamped. */
  readonly masksPixels?: boolean;
  /** Whether the colours of an image share one noise. */
  readonly sharedNoise: boolean;
  /** F: `[batch, height, width, colour]` to coefficients. */
  analyse(images: tf.Tensor4D): Coefficients;
  /** F⁻¹, differentiable. */
  synthesise(coefficients: Coefficients): tf.Tensor4D;
  /** (F⁻¹)ᵀ, the adjoint of `synthesise`: carries a gradient from images to coefficients. */
  synthesiseAdjoint(images: tf.Tensor4D): Coefficients;
  /** The noise of every scale, from the coefficients of one image. */
  noise(coefficients: Coefficients): readonly NoiseModel[];
  /** U[0, 1) for every coefficient of one sample, where the representation draws it in an order of its own. */
  drawNoise?(key: RandomKey): Coefficients;
  /** A faster `synthesiseNoise` than the general one, of the same noise, where the representation has one. */
  synthesiseNoise?(weights: Mask, samples: number, key: RandomKey): tf.Tensor4D;
  dispose(): void;
}
