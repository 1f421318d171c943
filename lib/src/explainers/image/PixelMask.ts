import type { Classifier } from '../../models/Classifier';
import { pixels } from '../../representations/pixels';
import type { ExplainerOptions } from './options/ExplainerOptions';
import { ImageExplainer } from './ImageExplainer';
import { defineMethod } from './options/Method';

/** PixelMask (Fong and Vedaldi, 2017; appendix C.1): one mask entry per pixel, λ₁ = 1. The variants are the same. */
export const pixelMask = defineMethod('pixelmask', () => pixels, { clampImage: false });

/**
 * Explains a classifier's decision by the pixels it needs.
 *
 * @example
 * const explainer = new PixelMask(await loadClassifier('efficientnet-lite0'), { init: 'startgrad', iterations: 100 });
 * const explanation = await explainer.explain(image, { seed: 1 });
 * explanation.history.length // => 100
 */
export class PixelMask extends ImageExplainer {
  constructor(classifier: Classifier, options: ExplainerOptions = {}) {
    super(classifier, pixelMask, options);
  }
}
