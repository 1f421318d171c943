import { DataFrame } from '../tensorflow/danfo';
import { initializerStyle, methodStyle } from '../figures/palette';
import type { Curves } from '../statistics/Curves';
import type { Procedure } from '../statistics/Estimate';
import type { Statistic } from '../statistics/statistics';
import { compareStarts, curvesByStart } from '../study/compareStarts';
import { describeTiming, raceToTarget } from '../study/raceToTarget';
import type { FinishedRun } from '../study/RunResult';
import { scoreMetrics } from '../study/scoreCurves';
import { byName } from '../validation/byName';
import { speedUpCells } from './speedUpCells';

/**
 * Table 2, of every method and not only ShearletX: how many iterations StartGrad needs to reach what a reference ends with, and
 * the speed-up, of the interquartile mean and the median over photographs. The last column is the control: what the procedure gives
 * for the reference against itself.
 *
 * @param procedure `sound`: both timed by the same rule, 2000 paired resamples with 95 % intervals; `released`: the
 *   first iteration (from 0) at the target against all of the reference's, mean and standard deviation of 250 resamples
 * @param window of the sound procedure: iterations whose mean must reach the target (default 10)
 * @throws RangeError if there are no runs, one is missing, or they are mixed, if all masks of an initialiser have died, or if the
 *   window is not a positive integer
 */
export function table2(runs: readonly FinishedRun[], procedure: Procedure, window?: number): DataFrame {
  const rows = compareStarts(runs).methods.flatMap((own) =>
    (['cpPixel', 'cpL1'] as const).flatMap((metric) => {
      const { startgrad, ...others } = curvesByStart(own, metric);
      return Object.entries(others).flatMap(([name, reference]) =>
        (['iqm', 'median'] as const).map((statistic) => ({
          procedure,
          method: methodStyle(own.method).label,
          metric: byName('metric', scoreMetrics, metric).label,
          reference: initializerStyle(name).label,
          target: describeTiming({ procedure, window }),
          ...speedUpCells(raceToTarget({ candidate: startgrad!, reference }, statistic, { procedure, window })),
          'reference over itself': overItself(reference, statistic, procedure),
        })),
      );
    }),
  );
  return new DataFrame(rows);
}

/** The speed-up of a reference over itself: 1 where both are timed by the same rule, as they soundly are. */
function overItself(reference: Curves, statistic: Statistic['name'], procedure: Procedure): number {
  if (procedure === 'sound') return 1;
  return raceToTarget({ candidate: reference, reference }, statistic, { procedure }).speedUp.value;
}
