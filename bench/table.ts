import type { Measurement } from './Benchmark';

const columns = ['benchmark', 'contender', 'median s', 'fastest s', 'peak MB', 'median as a multiple of'] as const;

/** The measurements as one table: every contender's time, its memory where measured, and its ratio to each yardstick's time. */
export function table(measurements: readonly Measurement[]): string {
  const rows = measurements.flatMap(({ benchmark, contenders, yardsticks, skipped }) => [
    ...contenders.map(({ name, median, seconds, megabytes }) => [
      benchmark,
      name,
      median.toFixed(4),
      Math.min(...seconds).toFixed(4),
      megabytes?.toFixed(0) ?? '',
      contenders
        .filter((other) => other.name !== name && yardsticks.includes(other.name))
        .map((other) => `${(median / other.median).toFixed(3)} × ${other.name}`)
        .join(', '),
    ]),
    ...(skipped === undefined ? [] : [[benchmark, `no peers: ${skipped}`, '', '', '', '']]),
  ]);
  const widths = columns.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]!.length)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i]!)).join(' | ')} |`;
  return [line(columns), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
