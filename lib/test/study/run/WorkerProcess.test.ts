import { ResultFolder } from '../../../src/study/store/ResultFolder';
import { childProcesses } from '../../../src/study/run/childProcesses';
import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { appendFile, copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { Job } from '../../../src/study/plan/Job';
import { jobsOf } from '../../../src/study/plan/jobsOf';
import { runJobs } from '../../../src/study/run/runJobs';
import type { Study } from '../../../src/study/plan/Study';
import { WorkerProcess } from '../../../src/study/run/WorkerProcess';
import { temporaryFolder } from '../../setup/runScript';
import { isGone, until, workersOf } from '../toys/processes';
import { toyInitializer, toyModel, toyPhotographs, toyStudy } from '../toys/toyStudy';

const files = mkdtempSync(path.join(tmpdir(), 'startgrad-worker-'));
let photographs: string[];
before(async () => void (photographs = await toyPhotographs(files, 2)));
after(() => rm(files, { recursive: true }));

const study = (changes: Partial<Study> = {}): Promise<Job[]> => jobsOf(toyStudy(photographs, changes));

test('a worker that is killed between two runs is replaced', async () => {
  const [first, second] = await study();
  const worker = new WorkerProcess();
  const done = await worker.perform(first!, () => undefined);
  const [pid] = workersOf(process.pid);
  process.kill(pid!, 'SIGKILL');
  await until('the worker ends', () => isGone(pid!));
  const next = await worker.perform(second!, () => undefined);
  assert.ok(done.circumstances.seconds > 0 && next.circumstances.seconds > 0);
  assert.equal(done.circumstances.threads, 1, 'and says on which machine it was');
  assert.notDeepEqual(next.result.curves, done.result.curves);
  worker.stop();
  await until('the other one ends', () => workersOf(process.pid).length === 0);
});

test('one call may mix classifiers: each run is of its own', async (t) => {
  const other = path.join(files, 'other.cjs');
  await writeFile(other, (await readFile(toyModel, 'utf8')).replace('seed: 2', 'seed: 3'));
  const [one] = await study();
  const [two] = await study({ classifier: other });
  const mixed = await runJobs([one!, two!], {
    store: new ResultFolder(temporaryFolder(t)),
    workforce: childProcesses(1),
  });
  const alone = await runJobs([two!], { store: new ResultFolder(temporaryFolder(t)), workforce: childProcesses(1) });
  assert.deepEqual(mixed.finished[1], alone.finished[0]);
  assert.notDeepEqual(mixed.finished[1]!.result.curves, mixed.finished[0]!.result.curves);
});

test('a file that changes while a study runs is not taken for the one that the key was made of', async (t) => {
  const mine = path.join(files, 'mine.cjs');
  await copyFile(toyInitializer, mine);
  const jobs = await study({ initializers: [mine] });
  await appendFile(mine, '\n');
  const { failed, finished } = await runJobs(jobs, {
    store: new ResultFolder(temporaryFolder(t)),
    workforce: childProcesses(1),
  });
  assert.equal(finished.length, 0);
  assert.equal(failed[0]!.message, `${mine} has changed since the study began`);
});
