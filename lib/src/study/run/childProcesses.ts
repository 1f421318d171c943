import { positiveInteger } from '../../validation/positiveInteger';
import { defaultWorkers } from './defaultWorkers';
import { WorkerProcess } from './WorkerProcess';
import type { Workforce } from './Workforce';

/**
 * Child processes of this one as a workforce.
 *
 * @param workers how many; as many as cores and memory carry by default
 * @throws RangeError where it is no positive integer
 */
export function childProcesses(workers = defaultWorkers()): Workforce {
  return { size: positiveInteger('workers', workers), hire: () => new WorkerProcess() };
}
