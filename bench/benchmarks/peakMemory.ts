import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { variants } from '../../lib/src/explainers/image/options/Method';
import { methods } from '../../lib/src/explainers/image/methods';
import type { Benchmark, Cost } from '../Benchmark';

const script = path.join(__dirname, '..', 'explainOnce.ts');

/** A few iterations of every method and variant, each in a process of its own, whose peak memory is theirs alone. */
export const peakMemory: Benchmark = {
  name: 'ResNet18 256 px, 16 samples, own process',
  rounds: 1,
  cold: true,
  yardsticks: [],
  prepare: () =>
    Promise.resolve({
      contenders: methods.flatMap((method) =>
        variants.map((variant) => ({
          name: `${method.name}, ${variant.name}`,
          run: (signal) => explainOnce([method.name, variant.name], signal),
        })),
      ),
      close: () => undefined,
    }),
};

async function explainOnce(methodAndVariant: readonly string[], signal: AbortSignal): Promise<Cost> {
  const command = [...process.execArgv, script, ...methodAndVariant];
  return JSON.parse((await promisify(execFile)(process.execPath, command, { signal })).stdout) as Cost;
}
