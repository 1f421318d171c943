import type { RunFacts } from '../study/runFacts';
import type { Figure } from './Figure';
import { historyPanels } from './historyPanels';

/** What the masked image keeps: probability and information, each as a share of the whole image's. */
export function retainedCurves(runs: readonly RunFacts[]): Figure {
  return historyPanels('What the masked image keeps', runs, [
    { title: 'retained probability', value: (record) => record.retainedProbability },
    { title: 'retained information (pixel)', value: (record) => record.retainedPixel },
    { title: 'CP-Pixel', value: (record) => record.cpPixel },
  ]);
}
