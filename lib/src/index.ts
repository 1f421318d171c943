/** StartGrad: gradient-based initialisation of mask explanations. The table of contents: everything public, nothing else. */
export * from './core';

export type { Contender } from './study/plan/Contender';
export { photographsOf } from './study/subjects/photographsOf';
export type { Run } from './study/plan/Run';
export { references, threeStarts } from './study/plan/startNames';
export { studies, studySizes } from './study/plan/studies';
export { studiesOf, type StudyRequest } from './study/plan/studiesOf';
export type { Condition, Study } from './study/plan/Study';
export type { RunJobsOptions, StudyOutcome } from './study/run/runJobs';
export { runStudy } from './study/run/runStudy';
export type { HeldRun } from './study/run/waitNotice';
export { ResultFolder } from './study/store/ResultFolder';
export { toHistory, type FinishedRun, type RunResult } from './study/store/RunResult';

export { alignRuns, type AlignedRuns } from './analysis/align/alignRuns';
export { compareMaskSizes } from './analysis/align/compareMaskSizes';
export { compareStarts, curvesByStart, type StartsOptions } from './analysis/align/compareStarts';
export { describeSample, type Sample } from './analysis/align/Sample';
export { scoreCurves, scoreMetrics } from './analysis/curves/scoreCurves';
export type { PublishedScores, PublishedSpeedUp } from './analysis/PublishedScores';
export { raceToTarget, type Timing } from './analysis/races/raceToTarget';
export { maskSizeRaces, normalisedGradientRaces, type SpeedUpRace } from './analysis/races/speedUpRaces';
export { speedUps, type SpeedUps } from './analysis/races/speedUps';
export { resultsCsv } from './analysis/resultsCsv';
export { resultsFrame } from './analysis/resultsFrame';
export { runFacts, type RunFacts } from './analysis/runFacts';

export { describeNoiseSamples, noiseSamplesTable } from './tables/noiseSamplesTable';
export { publishedSpeedUps } from './tables/publishedSpeedUps';
export { describeBench, runTimesTable, type BenchResult } from './tables/runTimesTable';
export { speedUpTable } from './tables/speedUpTable';
export { table1 } from './tables/table1';
export { table2 } from './tables/table2';
export { table4 } from './tables/table4';
export { writeTable } from './tables/writeTable';

export { faithfulnessFigure } from './figures/paper/faithfulnessFigure';
export { gradientDistribution } from './figures/paper/gradientDistribution';
export { interquartileMeanFigure } from './figures/paper/interquartileMeanFigure';
export { iterationsToLevelFigure } from './figures/paper/iterationsToLevelFigure';
export { maskSizeFigure } from './figures/paper/maskSizeFigure';
export { normalisedScoreFigure } from './figures/paper/normalisedScoreFigure';
export { photographGrid } from './figures/paper/photographGrid';
export { publishedFigures } from './figures/paper/publishedFigures';
export { retainedFigure } from './figures/paper/retainedFigure';
export { speedUpFigure } from './figures/paper/speedUpFigure';
export { provenance } from './figures/provenance';
export { cpCurves } from './figures/run/cpCurves';
export { explanationGrid, type GridEntry } from './figures/run/explanationGrid';
export { explanationsOverTime } from './figures/run/explanationsOverTime';
export { lossCurves } from './figures/run/lossCurves';
export { maskSlider, type MaskFrame } from './figures/run/maskSlider';
export { retainedCurves } from './figures/run/retainedCurves';
export { shareCurves, type ShareCurve } from './figures/shareCurves';
export { shearletTiling } from './figures/shearletTiling';
export { explanationPanel } from './figures/style/explanationPanel';
export { pictureSlider, type SliderFrame } from './figures/style/pictureSlider';
export { scoreInWords, scoreNote } from './figures/style/scoreInWords';

export type { Figure } from './render/Figure';
export { FigureRenderer } from './render/FigureRenderer';
export { writeFigure, type Provenance } from './render/writeFigure';

export { progressBar } from './notebook/progressBar';
export { show } from './notebook/show';
export { showImages } from './notebook/showImages';
export { showPicture } from './notebook/showPicture';
export { showTable } from './notebook/showTable';
