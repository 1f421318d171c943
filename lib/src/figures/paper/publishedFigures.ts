import type { PublishedScores } from '../../analysis/PublishedScores';
import type { CpMetric } from '../../analysis/curves/scoreCurves';
import type { Figure } from '../../render/Figure';
import { drawInterquartileMeans } from './interquartileMeanFigure';
import { drawIterationsToLevel } from './iterationsToLevelFigure';
import { drawNormalisedScores } from './normalisedScoreFigure';

/** Figures 13, 14 and 15, and what the captions of the last two describe: published data, our rendering. */
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
