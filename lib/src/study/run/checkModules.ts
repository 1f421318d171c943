import { uniqBy } from 'lodash';
import type { Job } from '../plan/Job';
import { WorkerProcess } from './WorkerProcess';

/**
 * Checks the modules that jobs bring, in a process of its own: there they are loaded as the runs will load them, and leave nothing
 * behind.
 *
 * @throws Error where one does not load, makes something else than it must, or does not fit what it is used with
 */
export async function checkModules(jobs: readonly Job[]): Promise<void> {
  const brought = jobs.filter(({ classifier, initializer }) => (classifier ?? initializer) !== undefined);
  const different = uniqBy(brought, ({ classifier, initializer, run }) =>
    JSON.stringify([classifier, initializer ?? run.initializer.name, run.method, run.options]),
  );
  const worker = new WorkerProcess();
  try {
    for (const job of different) await worker.check(job);
  } finally {
    worker.stop();
  }
}
