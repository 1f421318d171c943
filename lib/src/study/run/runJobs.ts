import { sumBy } from 'lodash';
import { claimInTurn } from './claimInTurn';
import type { Job } from '../plan/Job';
import { runName } from '../plan/Run';
import type { FinishedRun } from '../store/RunResult';
import type { ResultStore } from '../store/ResultStore';
import type { Worker, Workforce } from './Workforce';
import { waitNotice, type HeldRun } from './waitNotice';

/** How runs are performed: decides no number. */
export interface RunJobsOptions {
  /** Where results are kept and looked for. */
  readonly store: ResultStore;
  /** Who performs. */
  readonly workforce: Workforce;
  /** Stops at once: what was finished is kept. */
  readonly signal?: AbortSignal;
  /** Called with the iterations done so far, those of earlier studies included, of all. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Called when others perform all the runs that are left, and again whenever these change. */
  readonly onWait?: (held: readonly HeldRun[]) => void;
}

/** What came of a study. */
export interface StudyOutcome {
  /** In the order of the jobs; those that failed or were not reached are missing. */
  readonly finished: readonly FinishedRun[];
  readonly failed: readonly { readonly name: string; readonly message: string }[];
  /** Whether a signal stopped it. */
  readonly stopped: boolean;
}

/**
 * Performs the runs that have no result yet and returns all results.
 *
 * Several studies may share a store, even at the same time: a run is claimed before it is performed, and what another study is
 * performing is waited for. A run that fails is reported and leaves the others alone.
 */
export async function runJobs(
  jobs: readonly Job[],
  { store: results, workforce, signal, onProgress, onWait }: RunJobsOptions,
): Promise<StudyOutcome> {
  const finished = new Map<Job, FinishedRun>();
  const failed: { name: string; message: string }[] = [];
  const waiting = new Set(jobs);
  const notice = waitNotice(results, onWait);
  let performing = 0;
  const total = sumBy(jobs, ({ run }) => run.iterations);
  let done = 0;
  const advance = (iterations: number): void => onProgress?.((done += iterations), total);

  const keep = (job: Job, found: FinishedRun | undefined): boolean => {
    if (found) {
      finished.set(job, found);
      waiting.delete(job);
    }
    return found !== undefined;
  };

  /** Performs a job that this study has claimed. */
  const perform = async (worker: Worker, job: Job): Promise<void> => {
    let iterations = 0;
    performing++;
    waiting.delete(job);
    try {
      const { result, circumstances } = await worker.perform(job, () => {
        iterations++;
        advance(1);
      });
      if (signal?.aborted) return;
      await results.write(job.run, result, circumstances);
      finished.set(job, { run: job.run, result });
    } catch (error) {
      advance(-iterations);
      if (!signal?.aborted) failed.push({ name: runName(job.run), message: (error as Error).message });
    } finally {
      performing--;
    }
  };

  const work = async (): Promise<void> => {
    const worker = workforce.hire();
    const stop = (): void => {
      worker.stop();
    };
    signal?.addEventListener('abort', stop);
    try {
      await claimInTurn({
        waiting,
        results,
        signal,
        handle: async (job) => {
          // another study may have finished it since
          if (keep(job, await results.read(job.run))) advance(job.run.iterations);
          else if (!signal?.aborted) await perform(worker, job);
        },
        onIdle: () => (performing === 0 ? notice(waiting) : undefined),
      });
    } finally {
      signal?.removeEventListener('abort', stop);
      worker.stop();
    }
  };

  for (const job of jobs) if (keep(job, await results.read(job.run))) done += job.run.iterations;
  onProgress?.(done, total);
  await Promise.all(Array.from({ length: Math.min(workforce.size, waiting.size) }, work));
  return {
    finished: jobs.flatMap((job) => finished.get(job) ?? []),
    failed,
    stopped: signal?.aborted ?? false,
  };
}
