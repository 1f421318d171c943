import { Presets, SingleBar } from 'cli-progress';
import { progressLine } from './progressLine';

/** Progress of one task on a terminal. */
export interface TerminalProgress {
  /** How much is done by now. */
  update(done: number): void;
  /** Ends the display; call it also where the task stopped early. */
  stop(): void;
}

const secondsBetweenLines = 10;

/**
 * A bar where a person looks on; where output goes to a file or a log, a line at the start, after the first
 * step, every ten seconds, and at the end.
 *
 * @param stream where to write; standard error leaves standard output to results
 */
export function terminalProgress(
  label: string,
  total: number,
  stream: NodeJS.WriteStream = process.stderr,
): TerminalProgress {
  return stream.isTTY ? bar(label, total, stream) : lines(label, total, stream);
}

function bar(label: string, total: number, stream: NodeJS.WriteStream): TerminalProgress {
  const start = performance.now();
  const line = (done: number) => ({ line: progressLine(label, done, total, (performance.now() - start) / 1000) });
  const shown = new SingleBar({ stream, format: '{bar} {line}', barsize: 24, hideCursor: true }, Presets.rect);
  shown.start(total, 0, line(0));
  return {
    update: (done) => {
      shown.update(done, line(done));
    },
    stop: () => {
      shown.stop();
    },
  };
}

function lines(label: string, total: number, stream: NodeJS.WriteStream): TerminalProgress {
  const start = performance.now();
  let written = start;
  const write = (done: number): void => {
    written = performance.now();
    stream.write(`${progressLine(label, done, total, (written - start) / 1000)}\n`);
  };
  write(0);
  written = -Infinity; // the first step says how long all will take
  return {
    update: (done) => {
      if (done >= total || performance.now() - written > 1000 * secondsBetweenLines) write(done);
    },
    stop: () => undefined,
  };
}
