import { DataFrame } from '../tensorflow/danfo';
import { resultRows } from './resultRows';
import type { FinishedRun } from '../study/store/RunResult';

/**
 * All curves as one table in long form: see `resultRows`.
 *
 * @throws if there is no run
 */
export function resultsFrame(runs: readonly FinishedRun[]): DataFrame {
  if (runs.length === 0) throw new Error('runs must hold at least one run, got none');
  return new DataFrame(runs.flatMap(resultRows));
}
