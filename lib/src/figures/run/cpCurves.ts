import type { RunFacts } from '../../analysis/runFacts';
import type { Figure } from '../../render/Figure';
import { historyPanels } from '../style/historyPanels';

/** CP-Pixel against the iteration, a line for every initialiser. */
export function cpCurves(runs: readonly RunFacts[]): Figure {
  return historyPanels('Retained probability per retained information', runs, [
    { title: 'CP-Pixel', value: (record) => record.cpPixel },
  ]);
}
