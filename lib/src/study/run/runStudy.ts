import { knownKeys } from '../../validation/knownKeys';
import { jobsOfStudies } from '../plan/jobsOfStudies';
import type { Study } from '../plan/Study';
import { ResultFolder } from '../store/ResultFolder';
import { childProcesses } from './childProcesses';
import { runJobs, type RunJobsOptions, type StudyOutcome } from './runJobs';
import { tryOut, type TriedOut } from './tryOut';

/** Where results are kept, and how many child processes perform. */
export interface RunStudyOptions extends Omit<RunJobsOptions, 'store' | 'workforce'> {
  readonly folder: string;
  /** As many as cores and memory carry by default. */
  readonly workers?: number;
}

/**
 * Performs what a study, or several at once, lack and returns all results. It can be stopped at any moment, even killed: started
 * again, it goes on. `studiesOf` makes what `npm run study` performs.
 *
 * @param studies runs that are asked for twice are performed once
 * @returns results, what failed, and which methods are left out since they do not work on the classifier's images
 * @throws RangeError, ImageError or Error where a part of the study is not allowed, a file cannot be read or a module is not what it
 * must be: before any run
 * @example
 * const { finished } = await runStudy(
 *   {
 *     subjects: ['chelsea.png', 'coffee.png'],
 *     classifier: 'efficientnet-lite0',
 *     methods: ['pixelmask'],
 *     initializers: ['startgrad', 'all-ones', './mine.js'],
 *     conditions: [{}],
 *     seeds: [1],
 *     iterations: 50,
 *     samples: 4,
 *   },
 *   { folder: 'data/runs' },
 * );
 * finished.length // 6
 */
export async function runStudy(
  studies: Study | readonly Study[],
  options: RunStudyOptions,
): Promise<StudyOutcome & Pick<TriedOut, 'unfit'>> {
  const { folder, workers, ...rest } = knownKeys('options', options, ['folder', 'workers', 'signal', 'onProgress', 'onWait']); // prettier-ignore
  const workforce = childProcesses(workers);
  const { jobs, unfit } = await tryOut(await jobsOfStudies([studies].flat()));
  return { ...(await runJobs(jobs, { ...rest, store: new ResultFolder(folder), workforce })), unfit };
}
