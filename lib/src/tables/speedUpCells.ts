import type { IterationsToTarget } from '../statistics/iterationsToTarget';

/** The columns of a table that say how soon a target is reached. */
export const speedUpCells = ({ statistic, iterations, speedUp, neverReached, images }: IterationsToTarget) => ({
  statistic: statistic === 'iqm' ? 'IQM' : statistic,
  iterations: iterations.value,
  'iterations, error': iterations.standardError,
  'speed-up': speedUp.value,
  'speed-up, error': speedUp.standardError,
  'low 95 %': speedUp.interval?.[0] ?? null,
  'high 95 %': speedUp.interval?.[1] ?? null,
  'resamples that never arrive': neverReached,
  n: images,
});
