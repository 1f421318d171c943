import { resultsFrame } from './resultsFrame';
import type { FinishedRun } from './RunResult';

type Field = string | number | boolean | null;

/**
 * The table of all curves as CSV (RFC 4180), which danfojs writes without quotes: the names of classes hold commas.
 *
 * @throws if there is no run
 */
export function resultsCsv(runs: readonly FinishedRun[]): string {
  const { columns, values } = resultsFrame(runs);
  const line = (fields: readonly Field[]): string => `${fields.map(quoted).join(',')}\n`;
  return [columns, ...(values as Field[][])].map(line).join('');
}

function quoted(field: Field): string {
  const text = field === null ? '' : String(field);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
