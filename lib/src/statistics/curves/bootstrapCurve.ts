import type { RandomKey } from '../../random/key';
import type { Curves } from './Curves';
import { drawCounts } from '../drawCounts';
import { resampledCurves } from './resampledCurves';

/** The curve of a statistic over all images, and over every resample of them. */
export interface BootstrapCurve {
  readonly images: number;
  readonly all: Float64Array;
  readonly resamples: readonly Float64Array[];
}

/** How a curve is made of scores. */
export interface BootstrapCurveOptions {
  readonly statistic: (sorted: Float64Array) => number;
  readonly resamples: number;
  /** Curves of the same images with the same key are resampled in pairs. */
  readonly key: RandomKey;
  readonly smooth?: (curve: Float64Array) => Float64Array;
}

/**
 * Resamples images and computes the curve of a statistic of each resample; a step without any score is NaN.
 *
 * @param curves scores `[image][step]`
 */
export function bootstrapCurve(
  curves: Curves,
  { statistic, resamples, key, smooth = (curve) => curve }: BootstrapCurveOptions,
): BootstrapCurve {
  const images = curves.length;
  const resampled = resampledCurves(curves);
  const curveOf = (counts: Uint32Array): Float64Array => smooth(resampled(counts, statistic));
  return {
    images,
    all: curveOf(new Uint32Array(images).fill(1)),
    resamples: drawCounts(images, resamples, key).map(curveOf),
  };
}
