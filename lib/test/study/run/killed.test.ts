import { ResultFolder } from '../../../src/study/store/ResultFolder';
import { childProcesses } from '../../../src/study/run/childProcesses';
import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { appendFile, cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { range, sortBy } from 'lodash';
import { randomKey } from '../../../src/random/key';
import { jobsOf } from '../../../src/study/plan/jobsOf';
import { thisProcess } from '../../../src/lock/processIdentity';
import { runJobs } from '../../../src/study/run/runJobs';
import { faultsOf } from '../toys/faultsOf';
import { hashesOf } from '../toys/hashesOf';
import { isGone, until } from '../toys/processes';
import { StudyProcess } from '../toys/StudyProcess';
import { toyInitializer, toyPhotographs, toyStudy } from '../toys/toyStudy';

const kills = 20;
const seed = 5;
const longestPause = 400; // milliseconds, about the length of a run

const folder = mkdtempSync(path.join(tmpdir(), 'startgrad-killed-'));
const undisturbed = path.join(folder, 'undisturbed');
const disturbed = path.join(folder, 'disturbed');
let expected: Record<string, string>;

before(async () => {
  const photographs = await toyPhotographs(folder, 4);
  const initializers = [toyInitializer, 'startgrad', 'uniform'];
  const jobs = await jobsOf(toyStudy(photographs, { initializers, seeds: [1, 2, 3], iterations: 40, samples: 4 }));
  await writeFile(path.join(folder, 'jobs.json'), JSON.stringify(jobs));
  const { failed } = await runJobs(jobs, { store: new ResultFolder(undisturbed), workforce: childProcesses(2) });
  assert.deepEqual(failed, []);
  expected = await hashesOf(undisturbed);
  assert.equal(Object.keys(expected).length, 36);
});
after(() => rm(folder, { recursive: true }));

/** An integer from 0 to n - 1 that depends on the kill and the question only. */
const draw = (kill: number, question: string, n: number): number => (randomKey(seed, kill, question)[0] >>> 0) % n;

const finished = async (): Promise<number> =>
  (await readdir(disturbed).catch(() => [])).filter((file) => file.endsWith('.json')).length;

test('two studies on one folder, killed twenty times, leave what an undisturbed one leaves', async () => {
  const jobs = path.join(folder, 'jobs.json');
  const studies = [1, 1].map((workers) => new StudyProcess(jobs, disturbed, workers));
  // every kill has its turn once so many runs are finished, and comes a moment later: always before the end
  const turns = sortBy(range(kills).map((kill) => draw(kill, 'turn', Object.keys(expected).length - 3)));
  let inFlight = 0;
  for (const [kill, turn] of turns.entries()) {
    await until(`${turn} runs`, async () => (await finished()) >= turn);
    await sleep(draw(kill, 'pause', longestPause));
    const study = studies[draw(kill, 'study', 2)]!;
    if (study.isBusy) inFlight++;
    study.kill(draw(kill, 'whom', 2) === 0 ? 'study' : 'worker');
  }
  await Promise.all(studies.map(({ done }) => done));

  assert.ok(inFlight >= kills / 2, `${inFlight} of ${kills} kills fell into a run`);
  const killed = studies.flatMap((study) => study.killed);
  assert.deepEqual(await faultsOf(disturbed, expected, killed), []);
  const orphans = studies.flatMap(({ workers }) => [...workers]).filter((pid) => !isGone(pid));
  assert.deepEqual(orphans, [], 'no worker outlives its study');
});

test('a result cut short, changed, missing or finished twice, and a claim never released, would be seen', async () => {
  const doctored = path.join(folder, 'doctored');
  const [name] = Object.keys(expected);
  const file = path.join(doctored, name!);
  const bytes = await readFile(path.join(undisturbed, name!));
  const times = path.join(doctored, 'times.jsonl');
  const claim = path.join(doctored, 'claims', 'run.1');
  const cases: [string, () => Promise<void>][] = [
    [`${name} is not what it should be`, () => writeFile(file, bytes.subarray(0, 1000))],
    [`${name} is not what it should be`, () => appendFile(file, ' ')],
    [`${name} is missing`, () => rm(file)],
    ['toy.json is not what it should be', () => writeFile(path.join(doctored, 'toy.json'), '')],
    ['run.1 was not released', () => writeFile(claim, JSON.stringify(thisProcess()))],
    [
      `${path.basename(name!, '.json')} was finished more than once`,
      () => appendFile(times, `{"run":"${path.basename(name!, '.json')}"}\n`),
    ],
  ];
  for (const [fault, damage] of cases) {
    await cp(undisturbed, doctored, { recursive: true });
    assert.deepEqual(await faultsOf(doctored, expected, []), []);
    await damage();
    assert.deepEqual(await faultsOf(doctored, expected, []), [fault]);
    await rm(doctored, { recursive: true });
  }
});
