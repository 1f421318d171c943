import { argsort } from '../numerics/argsort';
import { foldIn, type RandomKey } from '../random/key';
import { uniform } from '../random/uniform';
import * as tf from '../tensorflow/tf';
import { fromGradient } from './fromGradient';
import { quantileTransform } from './quantileTransform';

/** StartGrad (algorithm 2): m₀ = T(S_c), the quantile transform of the saliency, each group of coefficients by itself. */
export const startGrad = fromGradient('startgrad', (saliency, { groups, key, options: { bins, quantileSample } }) => {
  const mask = new Float32Array(saliency.length);
  const size = saliency.length / groups;
  for (let start = 0; start < mask.length; start += size) {
    const group = saliency.subarray(start, start + size);
    const sample = quantileSample === 'all' ? group : draw(group, quantileSample, foldIn(key, start));
    mask.set(quantileTransform(group, bins === 'all' ? size : bins, sample), start);
  }
  return mask;
});

/** Some of the values, drawn without replacement; all of them where there are no more. */
function draw(values: Float32Array, count: number, key: RandomKey): Float32Array {
  if (count >= values.length) return values;
  const shuffled = argsort(tf.tidy(() => uniform([values.length], key).dataSync() as Float32Array));
  return Float32Array.from(shuffled.subarray(0, count), (index) => values[index]!);
}
