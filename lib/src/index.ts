/** StartGrad: gradient-based initialisation of mask explanations. The table of contents: everything public, nothing else. */
export * as tf from './tensorflow/tf';

export type { Classifier } from './classifiers/Classifier';

export { Explanation } from './explainers/Explanation';
export { ImageExplainer } from './explainers/ImageExplainer';
export { methods } from './explainers/methods';
export { PixelMask } from './explainers/PixelMask';

export { inputGradient } from './gradients/inputGradient';
export { saliency } from './gradients/saliency';

export { allOnes } from './initializers/allOnes';
export { initializers } from './initializers/initializers';
export { minMax, sqrtMinMax } from './initializers/minMax';
export { quantileTransform } from './initializers/quantileTransform';
export { startGrad } from './initializers/startGrad';
export { uniformNoise } from './initializers/uniformNoise';

export { adam } from './optimizers/adam';
export { pixels } from './representations/pixels';

export { loadClassifier } from './classifiers/loadClassifier';
export { ImageError } from './io/ImageError';
export { loadImage } from './io/loadImage';
export { projectPath } from './io/project';
export { savePicture } from './io/savePicture';
export { profile, type Profile } from './profile';

export { copper } from './figures/copper';
export { cpCurves } from './figures/cpCurves';
export { evenlySpaced } from './figures/evenlySpaced';
export { explanationPanel } from './figures/explanationPanel';
export type { Figure } from './figures/Figure';
export { gradientDistribution } from './figures/gradientDistribution';
export { lossCurves } from './figures/lossCurves';
export { maskSlider, type MaskFrame } from './figures/maskSlider';
export { pictureUri } from './figures/pictureUri';
export { retainedCurves } from './figures/retainedCurves';

export { progressBar } from './notebook/progressBar';
export { show } from './notebook/show';
export { showImages } from './notebook/showImages';
export { showTable } from './notebook/showTable';
