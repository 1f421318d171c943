import type { IterationsToTarget } from '../statistics/iterationsToTarget';
import type { ScoreMetric } from '../study/scoreCurves';
import type { Figure } from './Figure';
import { drawInterquartileMeans, type InterquartilePanel } from './interquartileMeanFigure';
import { drawIterationsToLevel, type LevelPanel } from './iterationsToLevelFigure';
import { drawNormalisedScores, type NormalisedPanel } from './normalisedScoreFigure';

type CpMetric = Extract<ScoreMetric['name'], 'cpPixel' | 'cpL1'>;

/** Aggregated numbers of the scores that the authors published: what `data/results/published` holds. */
export interface PublishedScores {
  readonly source: string;
  readonly commit: string;
  readonly licence: string;
  readonly classifier: string;
  readonly photographs: number;
  /** Noise samples an iteration (appendix C.1 of the paper). */
  readonly samples: number;
  readonly computed: string;
  readonly interquartile: readonly InterquartilePanel[];
  readonly normalised: Readonly<Record<CpMetric, readonly NormalisedPanel[]>>;
  readonly levels: Readonly<Record<CpMetric, readonly LevelPanel[]>>;
  readonly speedUps: readonly PublishedSpeedUp[];
}

/** How soon StartGrad reaches what a reference ends with. */
export interface PublishedSpeedUp {
  readonly method: string;
  readonly metric: CpMetric;
  readonly reference: string;
  readonly result: IterationsToTarget;
  /** The control: what the procedure gives for the reference against itself. */
  readonly overItself: number;
}

/** Figures 13, 14 and 15, and what the captions of the last two speak of: published data, our rendering. */
export function publishedFigures(scores: PublishedScores): {
  readonly interquartile: Figure;
  readonly normalised: Readonly<Record<CpMetric, Figure>>;
  readonly levels: Readonly<Record<CpMetric, Figure>>;
} {
  const heading = `published data (${scores.classifier}, n = ${scores.photographs}), our rendering`;
  const note =
    `${scores.source}, ${scores.licence}; ${scores.samples} noise samples an iteration; ` +
    "by the released code, ShearletX's masks differ in size";
  const swapped = (metric: CpMetric, label: string): Figure =>
    drawNormalisedScores(`Normalised ${label}: ${heading}`, `${note}; a mean curve with swapped axes`, metric, scores.normalised[metric]); // prettier-ignore
  const level = (metric: CpMetric, label: string): Figure =>
    drawIterationsToLevel(`Iterations to a level of ${label}: ${heading}`, note, metric, scores.levels[metric]);
  return {
    interquartile: drawInterquartileMeans(`CP over the optimisation: ${heading}`, note, scores.interquartile),
    normalised: { cpPixel: swapped('cpPixel', 'CP-Pixel'), cpL1: swapped('cpL1', 'CP-L1') },
    levels: { cpPixel: level('cpPixel', 'CP-Pixel'), cpL1: level('cpL1', 'CP-L1') },
  };
}
