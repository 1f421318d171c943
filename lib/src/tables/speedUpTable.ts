import { DataFrame } from '../tensorflow/danfo';
import { initializerLabel } from '../analysis/labels';
import { describeTiming } from '../analysis/races/raceToTarget';
import { scoreMetrics } from '../analysis/curves/scoreCurves';
import type { SpeedUps } from '../analysis/races/speedUps';
import { byName } from '../validation/byName';
import { speedUpCells } from './speedUpCells';
import { type Contender } from '../study/plan/Contender';

/**
 * What `speedUps` found: how soon each candidate reaches what its reference ends with, and what both end with.
 *
 * @example
 * speedUpTable(speedUps(runs)).loc({ columns: ['candidate', 'reference', 'speed-up in words'] });
 */
export function speedUpTable({ timing, entries }: SpeedUps): DataFrame {
  const label = ({ initializer }: Contender): string => initializerLabel(initializer);
  const rows = entries.map(({ race, metric, result, ends }) => ({
    procedure: result.procedure,
    'what differs': race.differs,
    'what does not': race.alike,
    candidate: label(race.candidate),
    reference: label(race.reference),
    metric: byName('metric', scoreMetrics, metric).label,
    target: describeTiming(timing),
    ...speedUpCells(result),
    'candidate ends with': ends.candidate,
    'reference ends with': ends.reference,
  }));
  return new DataFrame(rows);
}
