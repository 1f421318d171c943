import type { Job } from '../plan/Job';
import type { Circumstances } from '../store/ResultStore';
import type { RunResult } from '../store/RunResult';

/** What a worker gives back. */
export interface Performed {
  readonly result: RunResult;
  readonly circumstances: Circumstances;
}

/** Performs one run at a time. */
export interface Worker {
  /** @throws Error with what the run threw, or how the worker ended */
  perform(job: Job, onIteration: () => void): Promise<Performed>;
  /** Ends at once, whatever it is doing. */
  stop(): void;
}

/** Who performs runs: today child processes of this one. */
export interface Workforce {
  /** How many work at once. */
  readonly size: number;
  hire(): Worker;
}
