/**
 * `npm run bench [-- --out FILE] [part of a name]`: a table for every benchmark as it ends, then all of it as one line of JSON.
 * Exit codes: 0 done, 1 failed, 130 stopped.
 */
import os from 'node:os';
import { parseArgs } from 'node:util';
import writeFileAtomic from 'write-file-atomic';
import { terminalProgress, type TerminalProgress } from '../lib/src/progress/terminalProgress';
import { machine } from '../lib/src/tensorflow/machine';
import { versions } from '../lib/src/versions';
import { exitCodes, runMain } from '../scripts/runMain';
import type { Benchmark, Measurement } from './Benchmark';
import { efficientNetLite } from './benchmarks/efficientNetLite';
import { efficientNetLiteIteration, resNet18Iteration } from './benchmarks/iteration';
import { methodParts } from './benchmarks/parts';
import { peakMemory } from './benchmarks/peakMemory';
import { quantileTransformation } from './benchmarks/quantileTransform';
import { resNet18 } from './benchmarks/resNet18';
import { measure } from './measure';
import { table } from './table';

const benchmarks: readonly Benchmark[] = [
  efficientNetLite,
  resNet18,
  quantileTransformation,
  resNet18Iteration,
  efficientNetLiteIteration,
  peakMemory,
  ...methodParts,
];

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ options: { out: { type: 'string' } }, allowPositionals: true });
  const [part = ''] = positionals;
  const chosen = benchmarks.filter(({ name }) => name.includes(part));
  if (chosen.length === 0)
    throw new Error(`no benchmark is named ${part}: ${benchmarks.map(({ name }) => name).join(', ')}`);

  const { signal } = interruption();
  const here = machine();
  const found = { ...here, loadBefore: os.loadavg(), versions: versions(), measurements: [] as Measurement[] };
  /** All that is known so far; `stopped` where it is not all that was asked for. */
  const report = (stopped: boolean): string =>
    JSON.stringify({ ...found, loadAfter: os.loadavg(), ...(stopped && { stopped }) });
  const keep = async (stopped: boolean): Promise<void> => {
    if (values.out !== undefined) await writeFileAtomic(values.out, `${report(stopped)}\n`);
  };

  console.log([here.processor, here.instructions, here.kernels, `${here.threads} threads`].filter(Boolean).join(', '));
  let complete = false;
  try {
    await keep(true);
    for (const benchmark of chosen) {
      if (signal.aborted) break;
      const { measurement, versions: peers } = await measureWithProgress(benchmark, here.threads, signal);
      if (measurement.contenders.length > 0) {
        found.measurements.push(measurement);
        Object.assign(found.versions, peers);
        console.log(table(measurement));
      }
      await keep(true);
    }
    complete = !signal.aborted;
    await keep(!complete);
  } finally {
    console.log(`\n${report(!complete)}`);
  }
  return complete ? exitCodes.done : exitCodes.stopped;
}

/** Fires with the first SIGINT or SIGTERM; a second one ends the process. */
function interruption(): AbortController {
  const interrupt = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      interrupt.abort();
    });
  return interrupt;
}

async function measureWithProgress(
  benchmark: Benchmark,
  threads: number,
  signal: AbortSignal,
): ReturnType<typeof measure> {
  let progress: TerminalProgress | undefined;
  const onProgress = (done: number, total: number): void => {
    progress ??= terminalProgress(benchmark.name, total);
    progress.update(done);
  };
  return measure(benchmark, { threads, signal, onProgress }).finally(() => progress?.stop());
}

runMain(main);
