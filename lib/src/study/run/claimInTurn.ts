import { setTimeout as sleep } from 'node:timers/promises';
import type { Job } from '../plan/Job';
import type { ResultStore } from '../store/ResultStore';

const millisecondsBetweenLooks = 500;

/** What one worker does until no job waits. */
export interface Turns {
  /** Jobs that nobody here has begun; whoever handles one removes it. */
  readonly waiting: ReadonlySet<Job>;
  readonly results: ResultStore;
  /** Stops before the next job. */
  readonly signal?: AbortSignal | undefined;
  /** Handles a job while it is claimed. */
  readonly handle: (job: Job) => Promise<void>;
  /** Called each time others have claimed all waiting jobs. */
  readonly onIdle: () => Promise<void> | undefined;
}

/** Claims waiting jobs one after the other, handles each, and looks again for those that others held. */
export async function claimInTurn({ waiting, results, signal, handle, onIdle }: Turns): Promise<void> {
  while (waiting.size > 0 && !signal?.aborted) {
    let handled = false;
    for (const job of waiting) {
      if (signal?.aborted) break;
      const release = await results.claim(job.run);
      if (!release) continue;
      try {
        // another worker may have begun it since
        if (!waiting.has(job)) continue;
        await handle(job);
        handled = true;
      } finally {
        await release();
      }
    }
    if (handled || waiting.size === 0) continue;
    await onIdle();
    await sleep(millisecondsBetweenLooks);
  }
}
