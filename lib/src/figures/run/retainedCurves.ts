import type { RunFacts } from '../../analysis/runFacts';
import type { Figure } from '../../render/Figure';
import { historyPanels } from '../style/historyPanels';

/** What the masked image keeps: probability and information, each as a share of the whole image's. */
export function retainedCurves(runs: readonly RunFacts[]): Figure {
  return historyPanels('What the masked image keeps', runs, [
    { title: 'retained probability', value: (record) => record.retainedProbability },
    { title: 'retained information (pixel)', value: (record) => record.retainedPixel },
    { title: 'CP-Pixel', value: (record) => record.cpPixel },
  ]);
}
