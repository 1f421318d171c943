import { childProcesses } from '../../../src/study/run/childProcesses';
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { times, uniq } from 'lodash';
import type { Job } from '../../../src/study/plan/Job';
import { jobsOf } from '../../../src/study/plan/jobsOf';
import { ResultFolder } from '../../../src/study/store/ResultFolder';
import { runName } from '../../../src/study/plan/Run';
import { runJobs } from '../../../src/study/run/runJobs';
import type { Study } from '../../../src/study/plan/Study';
import type { HeldRun } from '../../../src/study/run/waitNotice';
import { temporaryFolder } from '../../setup/runScript';
import { hashesOf } from '../toys/hashesOf';
import { until, workersOf } from '../toys/processes';
import { toyInitializer, toyPhotographs, toyStudy } from '../toys/toyStudy';

const files = mkdtempSync(path.join(tmpdir(), 'startgrad-run-jobs-'));
const log = path.join(files, 'asked.log');
let photographs: string[];
before(async () => {
  process.env.TOY_LOG = log; // the workers inherit it
  photographs = await toyPhotographs(files, 3);
});
after(() => rm(files, { recursive: true }));

/** The worker that asked the toy initialiser, each time one did. */
const asked = (): string[] => (existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []);
const study = (changes: Partial<Study> = {}): Promise<Job[]> => jobsOf(toyStudy(photographs, changes));
const named = (jobs: readonly Pick<Job, 'run'>[]): string[] => jobs.map(({ run }) => runName(run));

/** An initialiser that a person might bring: what it does when it is asked. */
function initializer(name: string, body: string): string {
  const file = path.join(files, `${name}.cjs`);
  writeFileSync(file, `module.exports = ({ tf }) => ({ name: '${name}', initialise: ({ shapes }) => { ${body} } });\n`);
  return file;
}

test('results have the same bits on any number of workers and in any order', async (t) => {
  const [one, two] = [temporaryFolder(t), temporaryFolder(t)];
  const jobs = await study({ methods: ['pixelmask', 'waveletx'], faithfulness: [0], pictures: [3] });
  const progress: number[] = [];
  const outcome = await runJobs(jobs, {
    store: new ResultFolder(one),
    workforce: childProcesses(1),
    onProgress: (done, total) => {
      progress.push(done);
      assert.equal(total, jobs.length * 3);
    },
  });
  assert.deepEqual([outcome.failed, outcome.stopped], [[], false]);
  assert.deepEqual(named(outcome.finished), named(jobs), 'in the order of the jobs');
  assert.deepEqual(progress, times(jobs.length * 3 + 1), 'told of every iteration');

  const onWait = (): void => assert.fail('what this study performs itself is not waited for');
  const reversed = await runJobs([...jobs].reverse(), {
    store: new ResultFolder(two),
    workforce: childProcesses(2),
    onWait,
  });
  assert.deepEqual(reversed.finished, [...outcome.finished].reverse());
  assert.deepEqual(await hashesOf(two), await hashesOf(one));
  assert.equal(Object.keys(await hashesOf(one)).length, jobs.length);
  assert.equal(uniq(asked()).length, 3, 'one worker, then two');

  const before = asked().length;
  const again = await runJobs(jobs, { store: new ResultFolder(one), workforce: childProcesses(2), onProgress: (done) => assert.equal(done, jobs.length * 3) }); // prettier-ignore
  assert.deepEqual(again, outcome);
  assert.equal(asked().length, before, 'nothing is computed twice');

  await writeFile(path.join(one, `${named(jobs)[3]!}.json`), '{');
  assert.deepEqual(await runJobs(jobs, { store: new ResultFolder(one), workforce: childProcesses(1) }), outcome);
  assert.equal(asked().length, before + 1, 'but what is damaged is');
  assert.deepEqual(await hashesOf(one), await hashesOf(two));
});

test('a run that is asked for twice is performed once', async (t) => {
  const before = asked().length;
  const jobs = (await study()).slice(0, 1);
  const { finished } = await runJobs([...jobs, ...jobs, ...jobs], {
    store: new ResultFolder(temporaryFolder(t)),
    workforce: childProcesses(2),
  });
  assert.equal(finished.length, 3);
  assert.equal(asked().length, before + 1);
});

test('a study that only waits says for whom, once for each change', async (t) => {
  const folder = temporaryFolder(t);
  const claims = path.join(folder, 'claims');
  const jobs = await study();
  const [first, second, free] = named(jobs) as [string, string, string];
  const claimOf = (name: string): string => path.join(claims, `${name}.1`);
  const holder = { host: 'elsewhere', pid: 1234, start: null };
  await mkdir(claims);
  for (const name of [first, second]) await writeFile(claimOf(name), JSON.stringify(holder));
  const told: (readonly HeldRun[])[] = [];
  const outcome = runJobs(jobs, {
    store: new ResultFolder(folder),
    workforce: childProcesses(2),
    onWait: (held) => told.push(held),
  });

  await until('it waits for two', () => told.length === 1);
  assert.ok(existsSync(path.join(folder, `${free}.json`)), 'what is free is performed first');
  const looks = t.mock.method(ResultFolder.prototype, 'holder');
  await until('it has looked again', () => looks.mock.callCount() >= 6);
  assert.equal(told.length, 1);
  await rm(claimOf(first));
  await until('it waits for one', () => told.length === 2);
  await rm(claimOf(second));
  assert.deepEqual(named((await outcome).finished), named(jobs));
  const { host, pid } = holder;
  assert.deepEqual(told, [[first, second].map((name) => ({ name, host, pid })), [{ name: second, host, pid }]]);
});

test('a run that fails is reported with its reason, and the others finish', async (t) => {
  const folder = temporaryFolder(t);
  const bad = {
    throws: initializer('throws', "throw new Error('no such luck')"),
    text: initializer('text', "throw 'only words'"),
    small: initializer('small', 'return [tf.ones([2, 2])]'),
    exits: initializer('exits', 'process.exit(3)'),
    killed: initializer('killed', "process.kill(process.pid, 'SIGKILL')"),
  };
  const absent = path.join(files, 'absent.cjs');
  await writeFile(absent, 'module.exports = 7;\n');
  const jobs = await jobsOf(
    toyStudy(photographs.slice(0, 1), { initializers: [...Object.values(bad), absent, toyInitializer] }),
  );
  let last = 0;
  const outcome = await runJobs(jobs, {
    store: new ResultFolder(folder),
    workforce: childProcesses(2),
    onProgress: (done) => (last = done),
  });
  assert.equal(outcome.stopped, false);
  assert.deepEqual(named(outcome.finished), named(jobs).filter((name) => name.includes('-initializer-'))); // prettier-ignore
  assert.equal(last, 3, 'what failed does not count as done');
  const reasons = {
    throws: 'no such luck',
    text: 'only words',
    small: 'the mask of small must have the shape [1, 32, 32, 1], got [2, 2]',
    exits: 'its process ended with exit code 3',
    killed: 'its process ended with SIGKILL',
    absent: `initializer must export a function that gets the library, got number from ${absent}`,
  };
  assert.equal(outcome.failed.length, 6);
  for (const { name, message } of outcome.failed)
    assert.equal(message, reasons[name.split('-')[2] as keyof typeof reasons], name);
  await until('no worker is left', () => workersOf(process.pid).length === 0);
});

test('a signal stops at once, keeps what was finished, and the next call goes on', async (t) => {
  const folder = temporaryFolder(t);
  const jobs = await study({ iterations: 30 });
  const long = await jobsOf(toyStudy([photographs[0]!], { iterations: 1_000_000 }));
  const stop = new AbortController();
  const outcome = await runJobs([...jobs, ...long], {
    store: new ResultFolder(folder),
    workforce: childProcesses(1),
    signal: stop.signal,
    onProgress: (done) => {
      if (done === 3 * 30 + 1) stop.abort();
    },
  });
  assert.deepEqual([outcome.stopped, outcome.failed], [true, []]);
  assert.deepEqual(named(outcome.finished), named(jobs));
  await until('no worker is left', () => workersOf(process.pid).length === 0);
  const release = await new ResultFolder(folder).claim(long[0]!.run);
  assert.ok(release, 'nor a claim');
  await release();

  const before = asked().length;
  assert.equal(
    (await runJobs(jobs, { store: new ResultFolder(folder), workforce: childProcesses(1) })).finished.length,
    3,
  );
  assert.equal(asked().length, before);
});

test('a signal that comes between the claim of a run and its start stops too', async (t) => {
  const folder = temporaryFolder(t);
  const jobs = await jobsOf(toyStudy([photographs[0]!], { iterations: 1_000_000 }));
  const stop = new AbortController();
  t.mock.method(ResultFolder.prototype, 'claim', () => {
    stop.abort();
    return Promise.resolve(() => Promise.resolve());
  });
  const outcome = await runJobs(jobs, {
    store: new ResultFolder(folder),
    workforce: childProcesses(1),
    signal: stop.signal,
  });
  assert.deepEqual(outcome, { finished: [], failed: [], stopped: true });
  const never = await runJobs(jobs, {
    store: new ResultFolder(folder),
    workforce: childProcesses(1),
    signal: AbortSignal.abort(),
  });
  assert.deepEqual(never, { finished: [], failed: [], stopped: true });
});

test('the number of workers must be a positive integer', () => {
  assert.throws(() => runJobs([], { store: new ResultFolder(files), workforce: childProcesses(0) }), {
    name: 'RangeError',
    message: 'workers must be a positive integer, got 0',
  });
});
