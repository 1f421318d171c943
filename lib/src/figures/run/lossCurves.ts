import type { RunFacts } from '../../analysis/runFacts';
import type { Figure } from '../../render/Figure';
import { historyPanels, type HistoryPanel } from '../style/historyPanels';

const distortion: HistoryPanel = { title: 'distortion', value: (record) => record.distortion };
const sparsity: HistoryPanel = { title: 'sparsity (mean of the mask)', value: (record) => record.sparsity };
const spatial: HistoryPanel = { title: 'spatial energy', value: (record) => record.spatial };
const loss: HistoryPanel = { title: 'loss (weighted sum)', value: (record) => record.loss };

/** Each term of the loss, unweighted, and their weighted sum; the spatial energy only if the method has it. */
export function lossCurves(runs: readonly RunFacts[]): Figure {
  const hasSpatial = runs.some(({ history }) => history.some((record) => record.spatial !== null));
  return historyPanels('What the optimisation descends', runs, [
    distortion,
    sparsity,
    ...(hasSpatial ? [spatial] : []),
    loss,
  ]);
}
