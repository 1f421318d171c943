/** What computes: everything public that needs neither a study nor a browser. A module that a person brings to a study gets this. */
export * as tf from './tensorflow/tf';

export { profile, type Profile } from './environment';
export { projectPath } from './project';
export { versions } from './versions';

export { foldIn, randomKey, type RandomKey } from './random/key';
export { uniform } from './random/uniform';

export { ImageError } from './files/images/ImageError';
export { loadImage } from './files/images/loadImage';
export { savePicture } from './files/images/savePicture';

export { cosines } from './representations/cosines';
export { keepLargest } from './representations/keepLargest';
export { pixels } from './representations/pixels';
export type { Coefficients, Mask, NoiseModel, Representation } from './representations/Representation';
export { shearlets } from './representations/shearlet/shearlets';
export { shearletSystem } from './representations/shearlet/shearletSystem';
export { wavelets } from './representations/wavelet/wavelets';

export type { Classifier } from './models/Classifier';
export { classifierFrom, type ClassifierFromOptions } from './models/classifierFrom';
export { classify } from './models/classify';
export { loadClassifier } from './models/loadClassifier';
export type { ModelOutput } from './models/modelOutputs';

export { gradCam, type GradCamOptions } from './attributions/gradCam';
export { inputGradient } from './attributions/inputGradient';
export { integratedGradients, type IntegratedGradientsOptions } from './attributions/integratedGradients';
export { saliency } from './attributions/saliency';

export { allOnes } from './initializers/allOnes';
export { attributionMask, type AttributionScaling } from './initializers/attributionMask';
export { attributionMasks } from './initializers/attributionMasks';
export { fromGradient } from './initializers/fromGradient';
export type { Initializer, InitializerFit, InitializerInput } from './initializers/Initializer';
export { initializers } from './initializers/initializers';
export { minMax, sqrtMinMax } from './initializers/minMax';
export { quantileTransform } from './initializers/quantileTransform';
export { startGrad } from './initializers/startGrad';
export { startGradShared } from './initializers/startGradShared';
export { uniformNoise } from './initializers/uniformNoise';

export { concisenessPreciseness } from './metrics/concisenessPreciseness';
export { faithfulness } from './metrics/faithfulness';
export type { Faithfulness } from './metrics/faithfulnessAreas';
export type { FaithfulnessInput } from './metrics/faithfulnessInput';
export { releasedFaithfulness } from './metrics/releasedFaithfulness';

export { adam } from './optimizers/adam';
export { chain } from './optimizers/chain';
export { normalise } from './optimizers/normalise';
export { toUnitInterval, unconstrained } from './optimizers/projections';
export type { Parameters, Transformation } from './optimizers/Transformation';

export type { Explainer } from './explainers/Explainer';
export type { Evaluation, MaskProblem } from './explainers/MaskProblem';
export { OptimizationError } from './explainers/OptimizationError';
export { solveMaskProblem, type Progress } from './explainers/solveMaskProblem';
export type { ExplainerOptions, ExplainOptions } from './explainers/image/options/ExplainerOptions';
export { Explanation, type ExplanationFacts } from './explainers/image/Explanation';
export { ImageExplainer } from './explainers/image/ImageExplainer';
export type { IterationRecord } from './explainers/image/IterationRecord';
export { defineMethod, type Method } from './explainers/image/options/Method';
export { methods } from './explainers/image/methods';
export { PixelMask, pixelMask } from './explainers/image/PixelMask';
export { ShearletX, shearletX } from './explainers/image/ShearletX';
export { WaveletX, waveletX } from './explainers/image/WaveletX';

export { evenlySpaced } from './numerics/evenlySpaced';

export { atomPicture } from './pictures/atomPicture';
export { brightened } from './pictures/brightened';
export { coefficientMosaic } from './pictures/coefficientMosaic';
export { copper } from './pictures/copper';
export { frequencyPicture } from './pictures/frequencyPicture';
export { maskPicture } from './pictures/maskPicture';
export { photographUri } from './pictures/photographUri';
export { pictureUri } from './pictures/pictureUri';
export { relativeMagnitudes } from './pictures/relativeMagnitudes';

export { curvesFrom, scoresAt, type Curves } from './statistics/curves/Curves';
export { iterationsToLevel } from './statistics/curves/iterationsToLevel';
export { normalisedScores } from './statistics/curves/normalisedScores';
export { trailingMean } from './statistics/curves/trailingMean';
export type { Estimate, Procedure } from './statistics/Estimate';
export { meanCurve } from './statistics/released/meanCurve';
export { releasedInterquartileCurve } from './statistics/released/releasedInterquartileCurve';
export { releasedInterquartileMean } from './statistics/released/releasedInterquartileMean';
export { releasedIterationsToTarget } from './statistics/released/releasedIterationsToTarget';
export { releasedPairedComparison } from './statistics/released/releasedPairedComparison';
export { bootstrap } from './statistics/sound/bootstrap';
export { estimateCurve } from './statistics/sound/estimateCurve';
export { iterationsToTarget } from './statistics/sound/iterationsToTarget';
export { pairedComparison } from './statistics/sound/pairedComparison';
export { interquartileMean } from './statistics/summaries/interquartileMean';
export { median } from './statistics/summaries/median';
export { quantile } from './statistics/summaries/quantile';
export { bonferroni } from './statistics/significance/bonferroni';
export { wilcoxonSignedRank } from './statistics/significance/wilcoxonSignedRank';
export type { IterationsToTarget, Race } from './statistics/Timer';
export type { MethodOptions } from './explainers/image/options/MethodOptions';
