import os from 'node:os';

/** What a worker needs at most: ShearletX on 256 x 256 pixels with 16 samples. */
const bytesAWorker = 2.5e9;

/** As many workers as the cores and the free memory allow; in a container, its memory. */
export function defaultWorkers(): number {
  return Math.max(1, Math.min(os.availableParallelism(), Math.floor(process.availableMemory() / bytesAWorker)));
}
