import { checkModules } from './checkModules';
import { jobsOfStudies } from '../plan/jobsOfStudies';
import { runJobs, type RunJobsOptions, type StudyOutcome } from './runJobs';
import type { Study } from '../plan/Study';

/**
 * Performs what a study, or several at once, lack and returns all results. It can be stopped at any moment, even killed: started
 * again, it goes on. `studiesOf` makes what `npm run study` performs.
 *
 * @param studies runs that are asked for twice are performed once
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
export async function runStudy(studies: Study | readonly Study[], options: RunJobsOptions): Promise<StudyOutcome> {
  const jobs = await jobsOfStudies([studies].flat());
  await checkModules(jobs);
  return runJobs(jobs, options);
}
