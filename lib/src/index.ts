/** StartGrad: gradient-based initialisation of mask explanations. The table of contents: everything public, nothing else. */
export * as tf from './tensorflow/tf';

export { classify } from './classifiers/classify';
export type { Classifier } from './classifiers/Classifier';
export { classifierFrom, type ClassifierFromOptions } from './classifiers/classifierFrom';
export { loadClassifier } from './classifiers/loadClassifier';
export type { ModelOutput } from './classifiers/modelOutputs';

export type { ExplainerOptions, ExplainOptions } from './explainers/ExplainerOptions';
export { Explanation, type ExplanationFacts } from './explainers/Explanation';
export { ImageExplainer } from './explainers/ImageExplainer';
export type { IterationRecord } from './explainers/IterationRecord';
export { defineMethod, type Method, type MethodOptions } from './explainers/Method';
export { methods } from './explainers/methods';
export { PixelMask, pixelMask } from './explainers/PixelMask';
export { ShearletX, shearletX } from './explainers/ShearletX';
export { WaveletX, waveletX } from './explainers/WaveletX';

export { attributionMask, type AttributionScaling } from './gradients/attributionMask';
export { gradCam, type GradCamOptions } from './gradients/gradCam';
export { inputGradient } from './gradients/inputGradient';
export { integratedGradients, type IntegratedGradientsOptions } from './gradients/integratedGradients';
export { saliency } from './gradients/saliency';

export { allOnes } from './initializers/allOnes';
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

export { foldIn, randomKey, type RandomKey } from './random/key';
export { uniform } from './random/uniform';

export { cosines } from './representations/cosines';
export { keepLargest } from './representations/keepLargest';
export { pixels } from './representations/pixels';
export type { Coefficients, Mask, NoiseModel, Representation } from './representations/Representation';
export { shearletSystem } from './representations/shearlet/shearletSystem';
export { shearlets } from './representations/shearlets';
export { wavelets } from './representations/wavelets';

export { bonferroni } from './statistics/bonferroni';
export { bootstrap } from './statistics/bootstrap';
export { curvesFrom, scoresAt, type Curves } from './statistics/Curves';
export type { Estimate, Procedure } from './statistics/Estimate';
export { estimateCurve, meanCurve, releasedInterquartileCurve } from './statistics/estimateCurve';
export { interquartileMean } from './statistics/interquartileMean';
export { iterationsToLevel } from './statistics/iterationsToLevel';
export { iterationsToTarget } from './statistics/iterationsToTarget';
export type { IterationsToTarget, Race } from './statistics/Timer';
export { median } from './statistics/median';
export { normalisedScores } from './statistics/normalisedScores';
export { pairedComparison, releasedPairedComparison } from './statistics/pairedComparison';
export { quantile } from './statistics/quantile';
export { releasedInterquartileMean } from './statistics/releasedInterquartileMean';
export { releasedIterationsToTarget } from './statistics/releasedIterationsToTarget';
export { trailingMean } from './statistics/trailingMean';
export { wilcoxonSignedRank } from './statistics/wilcoxonSignedRank';

export { alignRuns, type AlignedRuns, type Contender } from './study/alignRuns';
export { compareMaskSizes } from './study/compareMaskSizes';
export { compareStarts, curvesByStart, type StartsOptions } from './study/compareStarts';
export { evenlySpaced } from './study/evenlySpaced';
export type { PublishedScores, PublishedSpeedUp } from './study/PublishedScores';
export { photographsOf } from './study/photographsOf';
export { raceToTarget, type Timing } from './study/raceToTarget';
export { ResultFolder } from './study/ResultFolder';
export { resultsCsv } from './study/resultsCsv';
export { resultsFrame } from './study/resultsFrame';
export { runFacts, type RunFacts } from './study/runFacts';
export type { RunJobsOptions, StudyOutcome } from './study/runJobs';
export type { Run } from './study/Run';
export { toHistory, type FinishedRun, type RunResult } from './study/RunResult';
export { runStudy } from './study/runStudy';
export { describeSample, type Sample } from './study/Sample';
export { scoreCurves, scoreMetrics } from './study/scoreCurves';
export { references, threeStarts } from './study/startNames';
export { maskSizeRaces, normalisedGradientRaces, type SpeedUpRace } from './study/speedUpRaces';
export { speedUps, type SpeedUps } from './study/speedUps';
export { studies, studySizes } from './study/studies';
export { studiesOf, type StudyRequest } from './study/studiesOf';
export type { Condition, Study } from './study/Study';
export type { HeldRun } from './study/waitNotice';

export { describeNoiseSamples, noiseSamplesTable } from './tables/noiseSamplesTable';
export { publishedSpeedUps } from './tables/publishedSpeedUps';
export { describeBench, runTimesTable, type BenchResult } from './tables/runTimesTable';
export { speedUpTable } from './tables/speedUpTable';
export { table1 } from './tables/table1';
export { table2 } from './tables/table2';
export { table4 } from './tables/table4';
export { writeTable } from './tables/writeTable';

export { ImageError } from './io/ImageError';
export { loadImage } from './io/loadImage';
export { projectPath } from './io/project';
export { savePicture } from './io/savePicture';
export { profile, type Profile } from './profile';
export { versions } from './versions';

export { atomPicture } from './pictures/atomPicture';
export { brightened } from './pictures/brightened';
export { coefficientMosaic } from './pictures/coefficientMosaic';
export { copper } from './pictures/copper';
export { frequencyPicture } from './pictures/frequencyPicture';
export { maskPicture } from './pictures/maskPicture';
export { photographUri } from './pictures/photographUri';
export { pictureUri } from './pictures/pictureUri';
export { relativeMagnitudes } from './pictures/relativeMagnitudes';

export { cpCurves } from './figures/cpCurves';
export { explanationGrid, type GridEntry } from './figures/explanationGrid';
export { scoreInWords, scoreNote } from './figures/scoreInWords';
export { explanationPanel } from './figures/explanationPanel';
export { explanationsOverTime } from './figures/explanationsOverTime';
export { faithfulnessFigure } from './figures/faithfulnessFigure';
export type { Figure } from './figures/Figure';
export { FigureRenderer } from './figures/FigureRenderer';
export { gradientDistribution } from './figures/gradientDistribution';
export { interquartileMeanFigure } from './figures/interquartileMeanFigure';
export { iterationsToLevelFigure } from './figures/iterationsToLevelFigure';
export { lossCurves } from './figures/lossCurves';
export { maskSizeFigure } from './figures/maskSizeFigure';
export { maskSlider, type MaskFrame } from './figures/maskSlider';
export { normalisedScoreFigure } from './figures/normalisedScoreFigure';
export { photographGrid } from './figures/photographGrid';
export { pictureSlider, type SliderFrame } from './figures/pictureSlider';
export { provenance } from './figures/provenance';
export { publishedFigures } from './figures/publishedFigures';
export { retainedCurves } from './figures/retainedCurves';
export { retainedFigure } from './figures/retainedFigure';
export { shareCurves, type ShareCurve } from './figures/shareCurves';
export { shearletTiling } from './figures/shearletTiling';
export { speedUpFigure } from './figures/speedUpFigure';
export { writeFigure, type Provenance } from './figures/writeFigure';

export { progressBar } from './notebook/progressBar';
export { show } from './notebook/show';
export { showImages } from './notebook/showImages';
export { showPicture } from './notebook/showPicture';
export { showTable } from './notebook/showTable';
