/** Performs the jobs of a file: `study.ts jobs.json folder workers`. */
import { ResultFolder } from '../../../src/study/store/ResultFolder';
import { childProcesses } from '../../../src/study/run/childProcesses';
import { readFileSync } from 'node:fs';
import type { Job } from '../../../src/study/plan/Job';
import { runJobs } from '../../../src/study/run/runJobs';

const [jobs, folder, workers] = process.argv.slice(2) as [string, string, string];
void runJobs(JSON.parse(readFileSync(jobs, 'utf8')) as Job[], {
  store: new ResultFolder(folder),
  workforce: childProcesses(Number(workers)),
}).then(({ failed }) => {
  process.exitCode = failed.length > 0 ? 1 : 0;
});
