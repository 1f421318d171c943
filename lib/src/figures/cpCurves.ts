import type { RunFacts } from '../study/runFacts';
import type { Figure } from './Figure';
import { historyPanels } from './historyPanels';

/** CP-Pixel against the iteration, a line for every initialiser. */
export function cpCurves(runs: readonly RunFacts[]): Figure {
  return historyPanels('Retained probability per retained information', runs, [
    { title: 'CP-Pixel', value: (record) => record.cpPixel },
  ]);
}
