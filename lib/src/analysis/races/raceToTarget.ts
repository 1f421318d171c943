import { memoize } from 'lodash';
import { procedures, type Procedure } from '../../statistics/Estimate';
import { SOUND_WINDOW, soundTimer } from '../../statistics/sound/iterationsToTarget';
import { releasedTimer } from '../../statistics/released/releasedIterationsToTarget';
import type { Statistic } from '../../statistics/summaries/statistics';
import { timeRace, type IterationsToTarget, type Race } from '../../statistics/Timer';
import { byName } from '../../validation/byName';
import { knownKeys } from '../../validation/knownKeys';
import { bootstrapKey as key } from '../curves/bootstrapKey';

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

/**
 * How soon candidates reach what references end with, by either procedure: see `iterationsToTarget`. A curve that is in several races
 * is resampled once.
 *
 * @throws RangeError where an option or its value is unknown, or the window is not a positive integer
 */
export function racing(statistic: Statistic['name'], timing: Timing = {}): (race: Race) => IterationsToTarget {
  const { procedure = 'sound', window } = knownKeys('timing', timing, ['procedure', 'window']);
  byName('procedure', procedures, procedure);
  const timer = procedure === 'released' ? releasedTimer(statistic, { key }) : soundTimer(statistic, { key, window });
  const once = { ...timer, curveOf: memoize(timer.curveOf) };
  return (race) => timeRace(race, once);
}

/** One race of a candidate against a reference. */
export const raceToTarget = (race: Race, statistic: Statistic['name'], timing?: Timing): IterationsToTarget =>
  racing(statistic, timing)(race);
