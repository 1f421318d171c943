import { isEqual, partition, uniqWith } from 'lodash';
import { UnfitError } from '../../explainers/image/UnfitError';
import { modulesOf, type Job } from '../plan/Job';
import { WorkerProcess } from './WorkerProcess';

/** How long a module may take to load, in seconds, and after how many a person is told what is waited for. */
export interface Patience {
  readonly notice: number;
  readonly limit: number;
}

export interface TryOutOptions {
  readonly patience?: Patience;
  /** Told what is waited for. */
  readonly onWait?: (modules: readonly string[]) => void;
}

/** The jobs that can be performed, and which methods do not work on the classifier's images. */
export interface TriedOut {
  readonly jobs: readonly Job[];
  readonly unfit: readonly { readonly method: string; readonly message: string }[];
}

/**
 * Tries the modules that jobs bring before the first run: in a process of its own, where they are loaded as the runs will load them and
 * leave nothing behind, every combination is prepared once on the first photograph that it is used with.
 *
 * A method that does not work on the classifier's images is left out, and named; where none does, that is an error.
 *
 * @throws Error where a module does not load in time, makes something else than it must, or does not fit what it is used with
 */
export async function tryOut(
  jobs: readonly Job[],
  { patience = { notice: 10, limit: 300 }, onWait = () => undefined }: TryOutOptions = {},
): Promise<TriedOut> {
  const different = uniqWith(
    jobs.filter((job) => modulesOf(job).length > 0),
    (a, b) => isEqual(combination(a), combination(b)),
  );
  const unfit: { job: Job; message: string }[] = [];
  const worker = new WorkerProcess();
  try {
    for (const job of different)
      await inTime(worker, job, patience, onWait).catch((error: unknown) => {
        if (!(error instanceof UnfitError)) throw error;
        unfit.push({ job, message: error.message });
      });
  } finally {
    worker.stop();
  }
  const named = new Map(unfit.map(({ job, message }) => [job.run.method.name, message]));
  const [left] = partition(jobs, (job) => !named.has(job.run.method.name));
  if (left.length === 0 && unfit[0]) throw new UnfitError(unfit[0].message);
  return { jobs: left, unfit: Array.from(named, ([method, message]) => ({ method, message })) };
}

/** What of a job decides whether its parts fit together. */
const combination = ({ files: { classifier, method, initializer }, run }: Job): unknown => [
  classifier,
  method ?? run.method.name,
  initializer ?? run.initializer.name,
  run.variant,
  run.options,
];

async function inTime(
  worker: WorkerProcess,
  job: Job,
  { notice, limit }: Patience,
  onWait: (modules: readonly string[]) => void,
): Promise<void> {
  const modules = modulesOf(job);
  const told = setTimeout(() => {
    onWait(modules);
  }, 1000 * notice);
  let late: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    late = setTimeout(() => {
      reject(new Error(`${modules.join(' and ')} must be ready within ${limit} s, and still is not`));
    }, 1000 * limit);
  });
  try {
    await Promise.race([worker.check(job), tooLate]);
  } finally {
    clearTimeout(told);
    clearTimeout(late);
  }
}
