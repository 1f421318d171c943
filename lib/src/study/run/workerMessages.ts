import type { Job } from '../plan/Job';
import type { Performed } from './Workforce';

/** What a study says to a worker: to perform a job, or only to check whether its parts fit together. */
export interface ToWorker {
  readonly job: Job;
  readonly check?: boolean;
}

/** What a worker says: that an iteration is done, that parts fit, and in the end the result or why there is none. */
export type FromWorker =
  | { readonly kind: 'iteration' }
  | { readonly kind: 'checked' }
  | ({ readonly kind: 'done' } & Performed)
  /** `unfit`: the method does not work on the classifier's images, which is nobody's fault. */
  | { readonly kind: 'failed'; readonly message: string; readonly unfit?: boolean };
