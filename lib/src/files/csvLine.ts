export type CsvField = string | number | boolean | null | undefined;

/**
 * One line of comma-separated values as RFC 4180 has them; a field that is missing is empty. (danfojs quotes no commas, and the
 * names of classes hold some.)
 *
 * @example
 * csvLine([0.5, 'x, "y"', null]) // => '0.5,"x, ""y""",\n'
 */
export function csvLine(fields: readonly CsvField[]): string {
  return `${fields.map(quoted).join(',')}\n`;
}

function quoted(field: CsvField): string {
  const text = String(field ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
