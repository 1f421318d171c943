import { escape } from 'lodash';
import type { Table } from '../tables/Table';
import { kernelDisplay } from './kernelDisplay';

type Entry = string | number | boolean | null | undefined;

/**
 * Shows a DataFrame in the notebook as a table; numbers that are not integers have at most four significant digits.
 *
 * @throws outside a notebook
 */
export function showTable(table: Table): void {
  kernelDisplay({ 'text/html': toHtml(table), 'text/plain': toText(table) });
}

/** @example toHtml({ columns: ['a'], values: [[1 / 3]] }) // => '<table>…<td>0.3333</td>…</table>' */
export function toHtml({ columns, values }: Table): string {
  const line = (tag: string, entries: readonly Entry[]): string =>
    `<tr>${entries.map((entry) => `<${tag}>${escape(cell(entry))}</${tag}>`).join('')}</tr>`;
  const rows = (values as Entry[][]).map((row) => line('td', row));
  return `<table><thead>${line('th', columns)}</thead><tbody>${rows.join('')}</tbody></table>`;
}

function toText({ columns, values }: Table): string {
  return [columns, ...(values as Entry[][])].map((row) => row.map(cell).join('\t')).join('\n');
}

function cell(value: Entry): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'number' && !Number.isInteger(value)) return String(Number(value.toPrecision(4)));
  return String(value);
}
