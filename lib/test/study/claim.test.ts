import assert from 'node:assert/strict';
import { fork, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import promises from 'node:fs/promises';
import path from 'node:path';
import { mock, test, type TestContext } from 'node:test';
import { range } from 'lodash';
import { claim } from '../../src/study/claim';
import { thisProcess, type ProcessIdentity } from '../../src/study/processIdentity';
import { temporaryFolder } from '../setup/runScript';

const { mkdir, readdir, rm, writeFile } = promises;
const names = range(40).map((index) => `run${index}`);

/** Writes a claim as if a process had made it. */
async function plant(folder: string, file: string, holder: ProcessIdentity | string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, file), typeof holder === 'string' ? holder : JSON.stringify(holder));
}

const dead = (): ProcessIdentity => ({ ...thisProcess(), pid: spawnSync(process.execPath, ['--version']).pid });

async function startClaimer(t: TestContext): Promise<ChildProcess> {
  const claimer = fork(path.join(__dirname, 'toys', 'claimer.ts'));
  t.after(() => claimer.kill('SIGKILL'));
  await once(claimer, 'message');
  return claimer;
}

async function ask(claimer: ChildProcess, message: object | string): Promise<unknown> {
  const answer = once(claimer, 'message');
  claimer.send(message);
  return (await answer)[0] as unknown;
}

const claimBy = async (claimer: ChildProcess, folder: string): Promise<string[]> =>
  (await ask(claimer, { folder, names })) as string[];

test('of several processes exactly one gets each claim; who dies loses all to exactly one', async (t) => {
  const folder = path.join(temporaryFolder(t), 'claims');
  const claimers = await Promise.all(range(4).map(() => startClaimer(t)));
  const first = await Promise.all(claimers.map((claimer) => claimBy(claimer, folder)));
  assert.deepEqual(first.flat().sort(), [...names].sort(), 'one holder each');

  assert.equal(await claim(folder, names[0]!), undefined, 'a living holder is respected');

  for (const claimer of claimers.slice(0, 2)) {
    const ended = once(claimer, 'exit');
    claimer.kill('SIGKILL');
    await ended;
  }
  const lost = first.slice(0, 2).flat();
  const second = await Promise.all(claimers.slice(2).map((claimer) => claimBy(claimer, folder)));
  assert.deepEqual(second.flat().sort(), lost.sort(), 'whatever the dead held has one new holder, the rest has none');
});

test('many processes that find the same dead holder: one gets its claim', async (t) => {
  const folder = path.join(temporaryFolder(t), 'claims');
  const holder = dead();
  for (const name of names) await plant(folder, `${name}.1`, holder);
  const claimers = await Promise.all(range(4).map(() => startClaimer(t)));
  const got = await Promise.all(claimers.map((claimer) => claimBy(claimer, folder)));
  assert.deepEqual(got.flat().sort(), [...names].sort());

  await Promise.all(claimers.map((claimer) => ask(claimer, 'release')));
  assert.deepEqual(await readdir(folder), [], 'a release takes the claims of the dead with it');
});

test('a released claim can be had again, and this process respects its own', async (t) => {
  const folder = temporaryFolder(t);
  const release = await claim(folder, 'run');
  assert.ok(release);
  assert.equal(await claim(folder, 'run'), undefined);
  assert.ok(await claim(folder, 'run2'), 'another name that begins alike is another claim');
  await release();
  assert.deepEqual(await readdir(folder), ['run2.1']);
  assert.ok(await claim(folder, 'run'));
});

test('a holder whose number another process has got is recognised as dead', async (t) => {
  const folder = temporaryFolder(t);
  const here = thisProcess();
  await plant(folder, 'run.1', { ...here, start: '1' });
  const release = await claim(folder, 'run');
  assert.equal(release !== undefined, here.start !== null, 'where the system tells when a process started');
});

test('a holder on another host is respected', async (t) => {
  const folder = temporaryFolder(t);
  await plant(folder, 'run.1', { ...dead(), host: 'elsewhere' });
  assert.equal(await claim(folder, 'run'), undefined);
});

test('a claim that a power failure left empty belongs to nobody, and neither does a temporary file', async (t) => {
  const folder = temporaryFolder(t);
  await plant(folder, 'run.1', '');
  await plant(folder, 'run.7.5f1d2c3b-0000-4000-8000-000000000000', thisProcess());
  const release = await claim(folder, 'run');
  assert.ok(release);
  await release();
  assert.deepEqual(await readdir(folder), ['run.7.5f1d2c3b-0000-4000-8000-000000000000']);
});

test('whoever looked before others released and claimed anew gets nothing', async (t) => {
  const folder = temporaryFolder(t);
  await plant(folder, 'run.1', dead());
  const { link } = promises;
  mock.method(promises, 'link', async (from: string, to: string) => {
    mock.restoreAll();
    // meanwhile: number 2 was had and released, with number 1, which a living process then took
    await rm(path.join(folder, 'run.1'));
    await plant(folder, 'run.1', thisProcess());
    await link(from, to);
  });
  assert.equal(await claim(folder, 'run'), undefined);
  assert.deepEqual(await readdir(folder), ['run.1'], 'and leaves the claim of the living alone');
});
