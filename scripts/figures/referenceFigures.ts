import { faithfulnessFigure } from '../../lib/src/figures/paper/faithfulnessFigure';
import type { Figure } from '../../lib/src/render/Figure';
import { interquartileMeanFigure } from '../../lib/src/figures/paper/interquartileMeanFigure';
import { iterationsToLevelFigure } from '../../lib/src/figures/paper/iterationsToLevelFigure';
import { maskSizeFigure } from '../../lib/src/figures/paper/maskSizeFigure';
import { normalisedScoreFigure } from '../../lib/src/figures/paper/normalisedScoreFigure';
import { photographGrid } from '../../lib/src/figures/paper/photographGrid';
import { publishedFigures } from '../../lib/src/figures/paper/publishedFigures';
import { retainedFigure } from '../../lib/src/figures/paper/retainedFigure';
import type { PublishedScores } from '../../lib/src/analysis/PublishedScores';
import type { FinishedRun } from '../../lib/src/study/store/RunResult';

/** Figures by name, each drawn only when asked for. */
export type Drawings = Readonly<Record<string, () => Figure>>;

/** The figures of the comparison, in the paper's order. */
export const comparisonFigures = (runs: readonly FinishedRun[]): Drawings => ({
  'fig01-normalised-cp-pixel': () => normalisedScoreFigure(runs, 'cpPixel'),
  'fig01-iterations-to-cp-pixel': () => iterationsToLevelFigure(runs, 'cpPixel'),
  'fig03-faithfulness': () => faithfulnessFigure(runs, 'sound'),
  'fig03-faithfulness-released': () => faithfulnessFigure(runs, 'released'),
  'fig06-interquartile-means': () => interquartileMeanFigure(runs),
  'fig07-normalised-cp-l1': () => normalisedScoreFigure(runs, 'cpL1'),
  'fig07-iterations-to-cp-l1': () => iterationsToLevelFigure(runs, 'cpL1'),
  'fig20-retained-pixelmask': () => retainedFigure(runs, 'pixelmask'),
  'fig21-retained-waveletx': () => retainedFigure(runs, 'waveletx'),
  'fig22-retained-shearletx': () => retainedFigure(runs, 'shearletx'),
});

/** The figures of the mask's size. */
export const maskSizeFigures = (runs: readonly FinishedRun[]): Drawings => ({
  'mask-size-cp-pixel': () => maskSizeFigure(runs, 'cpPixel'),
  'mask-size-cp-l1': () => maskSizeFigure(runs, 'cpL1'),
});

/** @param photographs their data URIs by name */
export const pictureFigures = (
  runs: readonly FinishedRun[],
  photographs: Readonly<Record<string, string>>,
): Drawings => ({
  'figF18-pixelmask': () => photographGrid(runs, 'pixelmask', photographs),
  'figF19-waveletx': () => photographGrid(runs, 'waveletx', photographs),
  'figF20-shearletx': () => photographGrid(runs, 'shearletx', photographs),
});

/** The figures of the authors' own numbers. */
export function publishedDrawings(scores: PublishedScores): Drawings {
  const { interquartile, normalised, levels } = publishedFigures(scores);
  return {
    'fig13-published-interquartile-means': () => interquartile,
    'fig14-published-normalised-cp-pixel': () => normalised.cpPixel,
    'fig14-published-iterations-to-cp-pixel': () => levels.cpPixel,
    'fig15-published-normalised-cp-l1': () => normalised.cpL1,
    'fig15-published-iterations-to-cp-l1': () => levels.cpL1,
  };
}
