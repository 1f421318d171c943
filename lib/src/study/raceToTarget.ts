import type { Procedure } from '../statistics/Estimate';
import { iterationsToTarget, SOUND_WINDOW, type IterationsToTarget, type Race } from '../statistics/iterationsToTarget';
import { releasedIterationsToTarget } from '../statistics/releasedIterationsToTarget';
import type { Statistic } from '../statistics/statistics';
import { bootstrapKey as key } from './bootstrapKey';

/** How initialisers are timed. */
export interface Timing {
  /** `sound` (default) or `released`. */
  readonly procedure?: Procedure;
  /** Iterations whose mean must reach the target (default 10). The released procedure knows only 1: the first noisy step counts. */
  readonly window?: number;
}

/** What is timed, in words. */
export const describeTiming = ({ procedure = 'sound', window = SOUND_WINDOW }: Timing): string =>
  procedure === 'sound' && window > 1 ? `mean of ${window} iterations` : 'first reached';

/** How soon a candidate reaches what a reference ends with, by either procedure: see `iterationsToTarget`. */
export function raceToTarget(
  race: Race,
  statistic: Statistic['name'],
  { procedure = 'sound', window }: Timing = {},
): IterationsToTarget {
  if (procedure === 'released') return releasedIterationsToTarget(race, statistic, { key });
  return iterationsToTarget(race, statistic, { key, window });
}
