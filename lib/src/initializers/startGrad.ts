import { fromGradient } from './fromGradient';
import { quantileTransform } from './quantileTransform';

/** StartGrad (algorithm 2): m₀ = T(S_c), the quantile transform of the saliency, each group of coefficients by itself. */
export const startGrad = fromGradient('startgrad', (saliency, groups) => {
  const mask = new Float32Array(saliency.length);
  const size = saliency.length / groups;
  for (let start = 0; start < mask.length; start += size)
    mask.set(quantileTransform(saliency.subarray(start, start + size)), start);
  return mask;
});
