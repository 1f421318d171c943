import type { Job } from './Job';
import type { RunResult } from './RunResult';

/** What a study says to a worker. */
export interface ToWorker {
  readonly job: Job;
}

/** What a worker says: that an iteration is done, and in the end the result or why there is none. */
export type FromWorker =
  | { readonly kind: 'iteration' }
  | { readonly kind: 'done'; readonly result: RunResult; readonly seconds: number }
  | { readonly kind: 'failed'; readonly message: string };
