import type { Measurement } from './Benchmark';

const columns = ['contender', 'median s', 'fastest s', 'peak MB', 'median as a multiple of'] as const;

/** One measurement as a table: every contender's time, its memory where measured, and its ratio to each yardstick's time. */
export function table({ benchmark, contenders, yardsticks, skipped }: Measurement): string {
  const rows = [
    ...contenders.map(({ name, median, seconds, megabytes }) => [
      name,
      median.toFixed(4),
      Math.min(...seconds).toFixed(4),
      megabytes?.toFixed(0) ?? '',
      contenders
        .filter((other) => other.name !== name && yardsticks.includes(other.name))
        .map((other) => `${(median / other.median).toFixed(3)} × ${other.name}`)
        .join(', '),
    ]),
    ...(skipped === undefined ? [] : [[`no peers: ${skipped}`, '', '', '', '']]),
  ];
  const widths = columns.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]!.length)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i]!)).join(' | ')} |`;
  return ['', benchmark, '', line(columns), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join(
    '\n',
  );
}
