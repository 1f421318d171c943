import type { Classifier } from '../../models/Classifier';
import { wavelets } from '../../representations/wavelet/wavelets';
import type { ExplainerOptions } from './options/ExplainerOptions';
import { ImageExplainer } from './ImageExplainer';
import { defineMethod } from './options/Method';

/** WaveletX (Kolek et al., 2023; appendix C.1): db3, 5 levels, λ₁ = 1, λ₂ = 10. */
export const waveletX = defineMethod(
  'waveletx',
  wavelets,
  { spatialWeight: 10 },
  { bins: 10_000, quantileSample: 10_000 },
);

/** Explains a classifier's decision by the wavelet coefficients it needs; used as `PixelMask` is. */
export class WaveletX extends ImageExplainer {
  constructor(classifier: Classifier, options: ExplainerOptions = {}) {
    super(classifier, waveletX, options);
  }
}
