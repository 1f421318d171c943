import type { Job } from '../plan/Job';
import type { RunResult } from '../store/RunResult';

/** What a study says to a worker: to perform a job, or only to check the modules that it brings. */
export interface ToWorker {
  readonly job: Job;
  readonly check?: boolean;
}

/** What a worker says: that an iteration is done, that modules are what they must be, and in the end the result or why there is none. */
export type FromWorker =
  | { readonly kind: 'iteration' }
  | { readonly kind: 'checked' }
  | { readonly kind: 'done'; readonly result: RunResult; readonly seconds: number }
  | { readonly kind: 'failed'; readonly message: string };
