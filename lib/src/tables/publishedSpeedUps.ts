import { initializerLabel, methodLabel } from '../analysis/labels';
import { procedures, type Procedure } from '../statistics/Estimate';
import type { PublishedScores } from '../analysis/PublishedScores';
import { scoreMetrics } from '../analysis/curves/scoreCurves';
import { DataFrame } from '../tensorflow/danfo';
import { byName } from '../validation/byName';
import { speedUpCells } from './speedUpCells';

/**
 * Table 2 from the scores that the authors published, of every method: how soon StartGrad reaches what a reference ends with, by one
 * procedure. The last column is the control, the reference against itself.
 *
 * @example
 * const table = publishedSpeedUps(scores, 'released');
 * table.columns.at(-1) // => 'reference over itself'
 */
export function publishedSpeedUps({ speedUps }: Pick<PublishedScores, 'speedUps'>, procedure: Procedure): DataFrame {
  byName('procedure', procedures, procedure);
  const rows = speedUps
    .filter(({ result }) => result.procedure === procedure)
    .map(({ method, metric, reference, result, overItself }) => ({
      procedure,
      method: methodLabel(method),
      metric: byName('metric', scoreMetrics, metric).label,
      reference: initializerLabel(reference),
      ...speedUpCells(result),
      'reference over itself': overItself,
    }));
  return new DataFrame(rows);
}
