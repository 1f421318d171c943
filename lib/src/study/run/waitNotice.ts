import { isEqual } from 'lodash';
import type { Job } from '../plan/Job';
import { thisProcess } from '../../lock/processIdentity';
import type { ResultStore } from '../store/ResultStore';
import { runName } from '../plan/Run';

/** A run that another process performs. */
export interface HeldRun {
  readonly name: string;
  readonly host: string;
  readonly pid: number;
}

/** Reports the jobs that others hold, once for each change. */
export function waitNotice(
  results: ResultStore,
  onWait: (held: readonly HeldRun[]) => void = () => undefined,
): (jobs: Iterable<Job>) => Promise<void> {
  const here = thisProcess();
  let told: readonly HeldRun[] = [];
  return async (jobs) => {
    const held: HeldRun[] = [];
    // a copy: a job that a worker here begins meanwhile still counts
    for (const { run } of [...jobs]) {
      const holder = await results.holder(run);
      if (!holder || isEqual(holder, here)) return; // free, or about to be performed here
      held.push({ name: runName(run), host: holder.host, pid: holder.pid });
    }
    if (held.length === 0 || isEqual(held, told)) return;
    told = held;
    onWait(held);
  };
}
