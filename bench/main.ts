/** `npm run bench [-- part of a name]`: one table, then one line of JSON with every round, the load average and the versions. */
import os from 'node:os';
import { threads as wantedThreads } from '../lib/src/environment';
import { versions as ourVersions } from '../lib/src/versions';
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

async function main(part = ''): Promise<void> {
  const chosen = benchmarks.filter(({ name }) => name.includes(part));
  if (chosen.length === 0)
    throw new Error(`no benchmark is named ${part}: ${benchmarks.map(({ name }) => name).join(', ')}`);
  const threads = wantedThreads() ?? os.availableParallelism();
  const loadBefore = os.loadavg();
  const measurements: Measurement[] = [];
  let versions = ourVersions();
  for (const benchmark of chosen) {
    console.error(`measuring ${benchmark.name} ...`);
    const found = await measure(benchmark, threads);
    measurements.push(found.measurement);
    versions = { ...versions, ...found.versions };
  }
  console.log(table(measurements));
  const processor = os.cpus()[0]?.model;
  console.log(JSON.stringify({ processor, threads, loadBefore, loadAfter: os.loadavg(), versions, measurements }));
}

main(process.argv[2]).catch((error: unknown) => {
  console.error((error as Error).message);
  process.exitCode = 1;
});
