import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { csvLine, type CsvField } from '../files/csvLine';
import type { Table } from './Table';

/**
 * Writes a DataFrame as `name.csv`, every digit, and as `name.md`, four significant digits; each whole or not at all.
 *
 * @param caption the text above the Markdown table: what it shows, of how many photographs
 * @returns the paths of the two files
 */
export async function writeTable(folder: string, name: string, table: Table, caption: string): Promise<string[]> {
  const [csv, markdown] = ['csv', 'md'].map((end) => path.join(folder, `${name}.${end}`)) as [string, string];
  await mkdir(folder, { recursive: true });
  await writeFileAtomic(csv, [table.columns, ...(table.values as CsvField[][])].map(csvLine).join(''));
  await writeFileAtomic(markdown, `${caption}\n\n${toMarkdown(table)}`);
  return [csv, markdown];
}

/**
 * A Markdown table; numbers are aligned to the right.
 *
 * @example
 * toMarkdown({ columns: ['a', 'b|c'], values: [['x', 1 / 3]] }) // => '| a | b\\|c |\n| --- | ---: |\n| x | 0.3333 |\n'
 */
export function toMarkdown({ columns, values }: Table): string {
  const rows = values as CsvField[][];
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  const text = (entry: CsvField): string => {
    if (entry === null || entry === undefined) return '–';
    return typeof entry === 'number' ? String(Number(entry.toPrecision(4))) : String(entry).replaceAll('|', '\\|');
  };
  const numeric = columns.map((_, i) => rows.some((row) => typeof row[i] === 'number'));
  return [
    line(columns.map(text)),
    line(numeric.map((number) => (number ? '---:' : '---'))),
    ...rows.map((row) => line(row.map(text))),
  ].join('');
}
