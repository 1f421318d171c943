import { csvLine } from '../files/csvLine';
import { resultRows } from './resultRows';
import type { FinishedRun } from '../study/store/RunResult';

/**
 * The table of `resultsFrame` as CSV. It is made run by run, since a study at profile `full` has more rows than a DataFrame can hold.
 *
 * @throws if there is no run
 */
export function resultsCsv(runs: readonly FinishedRun[]): string {
  const [first] = runs;
  if (!first) throw new Error('runs must hold at least one run, got none');
  const columns = Object.keys(resultRows(first)[0]!);
  const lines = (finished: FinishedRun): string =>
    resultRows(finished)
      .map((row) => csvLine(Object.values(row)))
      .join('');
  return [csvLine(columns), ...runs.map(lines)].join('');
}
