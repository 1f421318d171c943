import os from 'node:os';

/** What a worker needs, ShearletX on 256 x 256 pixels and 16 samples being the largest. */
const bytesAWorker = 2.5e9;

/** As many workers as cores and free memory carry, that of a container where this process is in one. */
export function defaultWorkers(): number {
  return Math.max(1, Math.min(os.availableParallelism(), Math.floor(process.availableMemory() / bytesAWorker)));
}
