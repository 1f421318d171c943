import { finiteNumbers } from '../validation/finiteNumbers';
import { fromGradient } from './fromGradient';

/**
 * Values scaled to [0, 1] by their smallest and largest; all 0 where they are all equal.
 *
 * @throws RangeError where there is no value or one is not finite
 * @example
 * rescale(Float32Array.of(1, 2, 5)) // => Float32Array [0, 0.25, 1]
 */
export function rescale(values: Float32Array): Float32Array {
  finiteNumbers('values', values);
  const lowest = values.reduce((a, b) => Math.min(a, b), Infinity);
  const range = values.reduce((a, b) => Math.max(a, b), -Infinity) - lowest;
  return values.map((value) => (range > 0 ? (value - lowest) / range : 0));
}

/** The ablation of appendix F.11 without the root: the saliency of a scale, min-max scaled. */
export const minMax = fromGradient('min-max', rescale);

/** The ablation of appendix F.11: the square root of the saliency of a scale, min-max scaled. */
export const sqrtMinMax = fromGradient('sqrt-min-max', (saliency) => rescale(saliency.map(Math.sqrt)));
