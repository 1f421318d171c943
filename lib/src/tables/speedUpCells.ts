import { isOpen } from '../statistics/sound/isOpen';
import type { IterationsToTarget } from '../statistics/Timer';

/** The columns of a table that say how soon a target is reached; a number that is only a bound is a dash. */
export function speedUpCells(result: IterationsToTarget) {
  const { procedure, statistic, iterations, speedUp, reached, neverReached, images } = result;
  const [low, high] = speedUp.interval ?? [null, null];
  const measured = reached || procedure === 'released';
  const always = neverReached === 0 || procedure === 'released';
  return {
    statistic: statistic === 'iqm' ? 'IQM' : statistic,
    'speed-up in words': speedUpInWords(result),
    iterations: measured ? iterations.value : null,
    'iterations, error': always ? iterations.standardError : null,
    'speed-up': measured ? speedUp.value : null,
    'speed-up, error': always ? speedUp.standardError : null,
    'low 95 %': isOpen(neverReached) ? null : low,
    'high 95 %': high,
    'resamples that never arrive': neverReached,
    n: images,
  };
}

/**
 * A speed-up in words.
 *
 * @example
 * speedUpInWords(result) // '3.5 (3.1 to 4.1)'; 'at most 1.0 (to 3.2)' if the statistic of all images never reaches the target
 * speedUpInWords(released) // '4.1 ± 0.3', or '4.1 ± 0.3, never in 8 %' of the resamples
 */
export function speedUpInWords({ speedUp, reached, neverReached }: IterationsToTarget): string {
  if (!speedUp.interval) {
    const never = neverReached > 0 ? `, never in ${Math.ceil(100 * neverReached)} %` : '';
    return `${short(speedUp.value)} ± ${short(speedUp.standardError)}${never}`;
  }
  const value = `${reached ? '' : 'at most '}${short(speedUp.value)}`;
  const [low, high] = speedUp.interval.map(short);
  return isOpen(neverReached) ? `${value} (to ${high})` : `${value} (${low} to ${high})`;
}

const short = (value: number): string => value.toFixed(value < 10 ? 1 : 0);
