import type { Classifier } from '../classifiers/Classifier';
import { pixels } from '../representations/pixels';
import { ImageExplainer, type ExplainerOptions } from './ImageExplainer';
import type { Method, MethodOptions } from './Method';

const options: MethodOptions = { sparsityWeight: 1, spatialWeight: 0, spatialColours: 'rgb', clampImage: false };

/** PixelMask (Fong and Vedaldi, 2017; appendix C.1): one mask entry a pixel, λ₁ = 1. Both variants are the same. */
export const pixelMask: Method = {
  name: 'pixelmask',
  representation: () => pixels,
  variants: { paper: options, released: options },
};

/**
 * Explains a classifier's decision by the pixels it needs.
 *
 * @example
 * const explainer = new PixelMask(await loadClassifier('efficientnet-lite0'), { init: 'startgrad', iterations: 100 });
 * const explanation = await explainer.explain(image, { seed: 1 });
 * explanation.history.at(-1)!.cpPixel // => 105.2
 */
export class PixelMask extends ImageExplainer {
  constructor(classifier: Classifier, options: ExplainerOptions = {}) {
    super(classifier, pixelMask, options);
  }
}
