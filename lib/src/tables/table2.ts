import { DataFrame } from '../tensorflow/danfo';
import { initializerLabel, methodLabel } from '../analysis/labels';
import type { Curves } from '../statistics/curves/Curves';
import { procedures, type Procedure } from '../statistics/Estimate';
import { compareStarts, curvesByStart, startsKeys, type StartsOptions } from '../analysis/align/compareStarts';
import { describeTiming, racing, type Timing } from '../analysis/races/raceToTarget';
import type { FinishedRun } from '../study/store/RunResult';
import { cpMetrics, scoreMetrics } from '../analysis/curves/scoreCurves';
import { byName } from '../validation/byName';
import { speedUpCells } from './speedUpCells';
import { knownKeys } from '../validation/knownKeys';

type Entry = [string, Curves];

/** The first initialiser is the candidate, the others are the references. */
export type Table2Options = StartsOptions & Pick<Timing, 'window'>;

/**
 * Table 2, of every method and not only ShearletX: how many iterations StartGrad needs to reach what a reference ends with, and
 * the speed-up, of the interquartile mean and the median over photographs; a dash where it never does. The last column is the
 * control: what the procedure gives for the reference against itself.
 *
 * @param procedure `sound`: both timed by the same rule, 2000 paired resamples with 95 % intervals; `released`: the
 *   first iteration (from 0) at the target against all of the reference's, mean and standard deviation of 250 resamples
 * @param options `window` of the sound procedure: iterations whose mean must reach the target (default 10)
 * @throws RangeError if there are no runs, one is missing, or they are mixed, if all masks of an initialiser have died, or if the
 *   window is not a positive integer
 */
export function table2(runs: readonly FinishedRun[], procedure: Procedure, options: Table2Options = {}): DataFrame {
  byName('procedure', procedures, procedure);
  const { initializers, window } = knownKeys('options', options, [...startsKeys, 'window']);
  const rows = compareStarts(runs, initializers).methods.flatMap((own) =>
    cpMetrics.flatMap((metric) => {
      const [[, candidate], ...others] = Object.entries(curvesByStart(own, metric)) as [Entry, ...Entry[]];
      return (['iqm', 'median'] as const).flatMap((statistic) => {
        const race = racing(statistic, { procedure, window });
        return others.map(([name, reference]) => ({
          procedure,
          method: methodLabel(own.method),
          metric: byName('metric', scoreMetrics, metric).label,
          reference: initializerLabel(name),
          target: describeTiming({ procedure, window }),
          ...speedUpCells(race({ candidate, reference })),
          'reference over itself': race({ candidate: reference, reference }).speedUp.value,
        }));
      });
    }),
  );
  return new DataFrame(rows);
}
