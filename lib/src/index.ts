/** StartGrad: gradient-based initialisation of mask explanations. The table of contents: everything public, nothing else. */
export * as tf from './tensorflow/tf';

export { classify } from './classifiers/classify';
export type { Classifier } from './classifiers/Classifier';
export { loadClassifier } from './classifiers/loadClassifier';

export type { ExplainerOptions, ExplainOptions } from './explainers/ExplainerOptions';
export { Explanation, type ExplanationFacts } from './explainers/Explanation';
export { ImageExplainer } from './explainers/ImageExplainer';
export type { IterationRecord } from './explainers/IterationRecord';
export { defineMethod, type Method, type MethodOptions } from './explainers/Method';
export { methods } from './explainers/methods';
export { PixelMask, pixelMask } from './explainers/PixelMask';
export { ShearletX, shearletX } from './explainers/ShearletX';
export { WaveletX, waveletX } from './explainers/WaveletX';

export { inputGradient } from './gradients/inputGradient';
export { saliency } from './gradients/saliency';

export { allOnes } from './initializers/allOnes';
export { fromGradient } from './initializers/fromGradient';
export type { Initializer, InitializerInput } from './initializers/Initializer';
export { initializers } from './initializers/initializers';
export { minMax, sqrtMinMax } from './initializers/minMax';
export { quantileTransform } from './initializers/quantileTransform';
export { startGrad } from './initializers/startGrad';
export { uniformNoise } from './initializers/uniformNoise';

export { adam } from './optimizers/adam';

export { foldIn, randomKey, type RandomKey } from './random/key';
export { uniform } from './random/uniform';

export { cosines } from './representations/cosines';
export { keepLargest } from './representations/keepLargest';
export { pixels } from './representations/pixels';
export type { Coefficients, Mask, NoiseModel, Representation } from './representations/Representation';
export { shearletSystem } from './representations/shearlet/shearletSystem';
export { shearlets } from './representations/shearlets';
export { wavelets } from './representations/wavelets';

export { ImageError } from './io/ImageError';
export { loadImage } from './io/loadImage';
export { projectPath } from './io/project';
export { savePicture } from './io/savePicture';
export { profile, type Profile } from './profile';
export { versions } from './versions';

export { atomPicture } from './figures/atomPicture';
export { brightened } from './figures/brightened';
export { coefficientMosaic } from './figures/coefficientMosaic';
export { copper } from './figures/copper';
export { cpCurves } from './figures/cpCurves';
export { evenlySpaced } from './figures/evenlySpaced';
export { explanationGrid, type GridEntry } from './figures/explanationGrid';
export { explanationPanel } from './figures/explanationPanel';
export type { Figure } from './figures/Figure';
export { frequencyPicture } from './figures/frequencyPicture';
export { gradientDistribution } from './figures/gradientDistribution';
export { lossCurves } from './figures/lossCurves';
export { maskSlider, type MaskFrame } from './figures/maskSlider';
export { photographUri } from './figures/photographUri';
export { pictureSlider, type SliderFrame } from './figures/pictureSlider';
export { pictureUri } from './figures/pictureUri';
export { relativeMagnitudes } from './figures/relativeMagnitudes';
export { retainedCurves } from './figures/retainedCurves';
export { shareCurves, type ShareCurve } from './figures/shareCurves';
export { shearletTiling } from './figures/shearletTiling';

export { progressBar } from './notebook/progressBar';
export { show } from './notebook/show';
export { showImages } from './notebook/showImages';
export { showPicture } from './notebook/showPicture';
export { showTable } from './notebook/showTable';
