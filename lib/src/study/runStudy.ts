import { checkModules } from './checkModules';
import { jobsOf } from './jobsOf';
import { runJobs, type RunJobsOptions, type StudyOutcome } from './runJobs';
import type { Study } from './Study';

/**
 * Performs what a study lacks and returns all its results. It can be stopped at any moment, even killed: started again, it goes on.
 *
 * @throws RangeError, ImageError or Error where a part of the study is not allowed, a file cannot be read or a module is not what it
 * must be: before any run
 * @example
 * const { finished } = await runStudy(
 *   {
 *     photographs: ['chelsea.png', 'coffee.png'],
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
export async function runStudy(study: Study, options: RunJobsOptions): Promise<StudyOutcome> {
  const jobs = await jobsOf(study);
  await checkModules(jobs);
  return runJobs(jobs, options);
}
