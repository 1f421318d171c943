import { isOpen, type IterationsToTarget } from '../statistics/iterationsToTarget';

/** The columns of a table that say how soon a target is reached; a dash where it is not. */
export function speedUpCells(result: IterationsToTarget) {
  const { statistic, iterations, speedUp, reached, neverReached, images } = result;
  const [low, high] = speedUp.interval ?? [null, null];
  return {
    statistic: statistic === 'iqm' ? 'IQM' : statistic,
    'speed-up in words': speedUpInWords(result),
    iterations: reached ? iterations.value : null,
    'iterations, error': neverReached > 0 ? null : iterations.standardError,
    'speed-up': reached ? speedUp.value : null,
    'speed-up, error': neverReached > 0 ? null : speedUp.standardError,
    'low 95 %': isOpen(result) ? null : low,
    'high 95 %': high,
    'resamples that never arrive': neverReached,
    n: images,
  };
}

/**
 * A speed-up as a person reads it.
 *
 * @example
 * speedUpInWords(result) // => '3.3 (3.0 to 3.9)', or 'below 1.0 (to 3.2)' where the target is never reached
 */
export function speedUpInWords(result: IterationsToTarget): string {
  const { speedUp, reached } = result;
  const value = `${reached ? '' : 'below '}${short(speedUp.value)}`;
  if (!speedUp.interval) return `${value} ± ${short(speedUp.standardError)}`;
  const [low, high] = speedUp.interval.map(short);
  return isOpen(result) ? `${value} (to ${high})` : `${value} (${low} to ${high})`;
}

const short = (value: number): string => value.toFixed(value < 10 ? 1 : 0);
