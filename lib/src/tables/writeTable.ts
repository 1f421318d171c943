import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { Table } from '../notebook/showTable';

type Entry = string | number | boolean | null | undefined;

/**
 * Writes a DataFrame as `name.csv`, every digit, and as `name.md`, four significant digits; each whole or not at all.
 *
 * @param caption what stands above the Markdown table: what it shows, of how many photographs
 * @returns the paths of the two files
 */
export async function writeTable(folder: string, name: string, table: Table, caption: string): Promise<string[]> {
  const [csv, markdown] = ['csv', 'md'].map((end) => path.join(folder, `${name}.${end}`)) as [string, string];
  await mkdir(folder, { recursive: true });
  await writeFileAtomic(csv, toCsv(table));
  await writeFileAtomic(markdown, `${caption}\n\n${toMarkdown(table)}`);
  return [csv, markdown];
}

/**
 * Comma-separated values as RFC 4180 has them; an entry that is missing is empty. (danfojs quotes no commas.)
 *
 * @example
 * toCsv({ columns: ['a', 'b'], values: [[0.5, 'x, "y"']] }) // => 'a,b\n0.5,"x, ""y"""\n'
 */
export function toCsv({ columns, values }: Table): string {
  const cell = (entry: Entry): string => {
    const text = String(entry ?? '');
    return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [columns, ...(values as Entry[][])].map((row) => `${row.map(cell).join(',')}\n`).join('');
}

/**
 * A Markdown table; numbers are aligned to the right.
 *
 * @example
 * toMarkdown({ columns: ['a', 'b|c'], values: [['x', 1 / 3]] }) // => '| a | b\\|c |\n| --- | ---: |\n| x | 0.3333 |\n'
 */
export function toMarkdown({ columns, values }: Table): string {
  const rows = values as Entry[][];
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  const text = (entry: Entry): string => {
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
