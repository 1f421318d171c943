import { Presets, SingleBar } from 'cli-progress';
import { knownKeys } from '../validation/knownKeys';
import { progressLine } from './progressLine';

/** Progress of one task on a terminal. */
export interface TerminalProgress {
  /** How much is done by now. */
  update(done: number): void;
  /** Ends the display; call it also where the task stopped early. */
  stop(): void;
}

export interface TerminalProgressOptions {
  /** How much is done at the start (0), by an earlier task that was stopped. */
  readonly done?: number;
  /** Where to write; standard error (default) leaves standard output to results. */
  readonly stream?: NodeJS.WriteStream;
}

const secondsBetweenLines = 10;

/**
 * A bar where a person looks on; where output goes to a file or a log, a line at the start, after the first
 * step, every ten seconds, and at the end.
 *
 * @throws RangeError where an option is unknown
 */
export function terminalProgress(
  label: string,
  total: number,
  options: TerminalProgressOptions = {},
): TerminalProgress {
  const { done: before = 0, stream = process.stderr } = knownKeys('options', options, ['done', 'stream']);
  const start = performance.now();
  const line = (done: number): string => progressLine(label, done, total, (performance.now() - start) / 1000, before);
  return stream.isTTY ? bar(before, total, line, stream) : lines(before, total, line, stream);
}

type Display = (
  before: number,
  total: number,
  line: (done: number) => string,
  stream: NodeJS.WriteStream,
) => TerminalProgress;

const bar: Display = (before, total, line, stream) => {
  const shown = new SingleBar({ stream, format: '{bar} {line}', barsize: 24, hideCursor: true }, Presets.rect);
  shown.start(total, before, { line: line(before) });
  return {
    update: (done) => {
      shown.update(done, { line: line(done) });
    },
    stop: () => {
      shown.stop();
    },
  };
};

const lines: Display = (before, total, line, stream) => {
  let written = -Infinity; // the first step says how long all will take
  const write = (done: number): void => {
    stream.write(`${line(done)}\n`);
  };
  write(before);
  return {
    update: (done) => {
      if (done === before || (done < total && performance.now() - written < 1000 * secondsBetweenLines)) return;
      written = performance.now();
      write(done);
    },
    stop: () => undefined,
  };
};
