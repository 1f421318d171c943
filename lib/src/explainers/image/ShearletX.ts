import type { Classifier } from '../../models/Classifier';
import { shearlets } from '../../representations/shearlet/shearlets';
import type { ExplainerOptions } from './options/ExplainerOptions';
import { ImageExplainer } from './ImageExplainer';
import { defineMethod } from './options/Method';

/** ShearletX (Kolek et al., 2023; appendix C.1): λ₁ = 1, λ₂ = 2 on the greyscale image. */
export const shearletX = defineMethod(
  'shearletx',
  shearlets,
  { spatialWeight: 2, spatialColours: 'grey' },
  { clampImage: false, clampCoefficients: true, sharedMask: true, bins: 10_000 },
);

/** Explains a classifier's decision by the shearlet coefficients it needs; used as `PixelMask` is. */
export class ShearletX extends ImageExplainer {
  constructor(classifier: Classifier, options: ExplainerOptions = {}) {
    super(classifier, shearletX, options);
  }
}
