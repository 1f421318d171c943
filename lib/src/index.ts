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
