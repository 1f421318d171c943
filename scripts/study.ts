/** `npm run study`: compares initialisers on photographs. Exit codes: 0 done, 1 failed, 2 wrong use, 130 stopped. */
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { groupBy } from 'lodash';
import { terminalProgress, type TerminalProgress } from '../lib/src/progress/terminalProgress';
import { tryOut } from '../lib/src/study/run/tryOut';
import { jobsOfStudies } from '../lib/src/study/plan/jobsOfStudies';
import { photographsOf } from '../lib/src/study/subjects/photographsOf';
import { resultsCsv } from '../lib/src/analysis/resultsCsv';
import { runJobs } from '../lib/src/study/run/runJobs';
import { childProcesses } from '../lib/src/study/run/childProcesses';
import type { Workforce } from '../lib/src/study/run/Workforce';
import { ResultFolder } from '../lib/src/study/store/ResultFolder';
import { studiesOf } from '../lib/src/study/plan/studiesOf';
import type { Job } from '../lib/src/study/plan/Job';
import type { HeldRun } from '../lib/src/study/run/waitNotice';
import { checkFile } from './checkFile';
import { help } from './study/help';
import { parseOptions } from './study/options';
import type { StudyCommand } from './study/StudyCommand';
import { exitCodes, runMain } from './runMain';

async function main(): Promise<number> {
  let command: StudyCommand | null;
  let jobs: readonly Job[];
  let workforce: Workforce;
  try {
    command = parseOptions(process.argv.slice(2));
    if (!command) {
      process.stdout.write(help);
      return exitCodes.done;
    }
    const { request, images, out, every, from } = command;
    const places = await Promise.all(images.map((place) => photographsOf(place, { every, from })));
    jobs = await jobsOfStudies(studiesOf({ ...request, photographs: places.flat() }));
    workforce = childProcesses(command.workers);
    const onWait = (modules: readonly string[]): void => {
      console.error(`waiting for ${modules.join(' and ')} to load`);
    };
    const tried = await tryOut(jobs, { onWait });
    for (const { message } of tried.unfit) console.error(`left out: ${message}`);
    jobs = tried.jobs;
    if (out !== undefined) await checkFile('--out', out);
    await checkFile('--folder', path.join(command.folder, 'times.jsonl'));
  } catch (error) {
    console.error((error as Error).message);
    return exitCodes.wrongUse;
  }
  return perform(jobs, command, workforce);
}

async function perform(jobs: readonly Job[], { folder, out }: StudyCommand, workforce: Workforce): Promise<number> {
  const interrupt = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      interrupt.abort();
    });
  let progress: TerminalProgress | undefined;
  const outcome = await runJobs(jobs, {
    store: new ResultFolder(folder),
    workforce,
    signal: interrupt.signal,
    onProgress: (done, total) => {
      progress ??= terminalProgress(`${jobs.length} runs, iterations`, total, { done });
      progress.update(done);
    },
    onWait: (held) => {
      progress?.stop();
      progress = undefined; // the next one begins below the line
      for (const runs of Object.values(groupBy(held, ({ host, pid }) => `${pid} ${host}`)))
        console.error(waitLine(runs));
    },
  }).finally(() => progress?.stop());
  for (const { name, message } of outcome.failed) console.error(`${name} failed: ${message}`);
  if (outcome.stopped) {
    console.error(`stopped; ${outcome.finished.length} of ${jobs.length} runs are kept in ${folder}`);
    return exitCodes.stopped;
  }
  if (out !== undefined && outcome.finished.length > 0) {
    await writeFileAtomic(out, resultsCsv(outcome.finished));
    console.log(out);
  }
  return outcome.failed.length > 0 ? exitCodes.failed : exitCodes.done;
}

/** The runs are one process's. */
const waitLine = (runs: readonly HeldRun[]): string =>
  `waiting for ${runs.length} ${runs.length === 1 ? 'run' : 'runs'} that process ${runs[0]!.pid} on host ${runs[0]!.host} performs`;

runMain(main);
