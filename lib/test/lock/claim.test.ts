import assert from 'node:assert/strict';
import { fork, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import promises from 'node:fs/promises';
import path from 'node:path';
import { mock, test, type TestContext } from 'node:test';
import { range } from 'lodash';
import { claim, holderOf } from '../../src/lock/claim';
import { thisProcess, type ProcessIdentity } from '../../src/lock/processIdentity';
import { temporaryFolder } from '../setup/runScript';
import { until } from '../study/toys/processes';
import { zombie } from './toys/zombie';

const { mkdir, readdir, rm, stat, utimes, writeFile } = promises;
const onLinux = process.platform === 'linux';
const linuxOnly = { skip: onLinux ? false : 'only Linux says when a process started' };
const names = range(40).map((index) => `run${index}`);

/** Writes a claim as if a process had made it. */
async function plant(folder: string, file: string, holder: ProcessIdentity | string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, file), typeof holder === 'string' ? holder : JSON.stringify(holder));
}

/** As if nobody had touched a claim for some minutes. */
async function age(folder: string, file: string, minutes: number): Promise<void> {
  const then = new Date(Date.now() - minutes * 60_000);
  await utimes(path.join(folder, file), then, then);
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

test('a holder whose PID was reused is recognised as dead', async (t) => {
  const folder = temporaryFolder(t);
  const here = thisProcess();
  await plant(folder, 'run.1', { ...here, start: '1' });
  const release = await claim(folder, 'run');
  assert.equal(release !== undefined, here.start !== null, 'where the system tells when a process started');
});

test(
  'a holder that has ended, though its parent has not asked for its exit code, is recognised as dead',
  linuxOnly,
  async (t) => {
    const folder = temporaryFolder(t);
    await plant(folder, 'run.1', await zombie(t));
    assert.ok(await claim(folder, 'run'));
  },
);

for (const [whose, holder] of [
  ['a holder on another host', { ...dead(), host: 'elsewhere' }],
  ['a holder whose start nobody knows', { ...thisProcess(), start: null }],
] as const)
  test(`${whose} is respected until it has been silent for ten minutes`, async (t) => {
    const folder = temporaryFolder(t);
    await plant(folder, 'run.1', holder);
    assert.equal(await claim(folder, 'run'), undefined, 'just now');
    await age(folder, 'run.1', 9.5);
    assert.equal(await claim(folder, 'run'), undefined, 'a while ago');
    assert.deepEqual(await holderOf(folder, 'run'), holder);
    assert.deepEqual(await readdir(folder), ['run.1'], 'a look leaves nothing');
    await age(folder, 'run.1', 10.5);
    const release = await claim(folder, 'run');
    assert.ok(release, 'long ago');
    assert.deepEqual(await holderOf(folder, 'run'), thisProcess());
    await release();
    assert.deepEqual(await readdir(folder), []);
    assert.equal(await holderOf(folder, 'run'), undefined);
  });

test('silence is counted by the clock that stamps files, whatever this host believes', async (t) => {
  const folder = temporaryFolder(t);
  await plant(folder, 'run.1', { ...dead(), host: 'elsewhere' });
  const clock = t.mock.method(Date, 'now', () => 0);
  assert.equal(await claim(folder, 'run'), undefined);
  clock.mock.mockImplementation(() => 1e15);
  assert.equal(await claim(folder, 'run'), undefined);
});

test(
  'a process of this host keeps its claim however long it is paused, and loses it when it ends',
  linuxOnly,
  async (t) => {
    const folder = path.join(temporaryFolder(t), 'claims');
    const claimer = await startClaimer(t);
    await ask(claimer, { folder, names: ['run'] });
    claimer.kill('SIGSTOP');
    await age(folder, 'run.1', 24 * 60);
    assert.equal(await claim(folder, 'run'), undefined);
    const ended = once(claimer, 'exit');
    claimer.kill('SIGKILL');
    await ended;
    assert.ok(await claim(folder, 'run'));
  },
);

test('a holder touches its claim every half minute, until it releases it', async (t) => {
  t.mock.timers.enable({ apis: ['setInterval'] });
  const folder = temporaryFolder(t);
  const release = await claim(folder, 'run');
  const silence = async (): Promise<number> => Date.now() - (await stat(path.join(folder, 'run.1'))).mtimeMs;
  await age(folder, 'run.1', 9);
  t.mock.timers.tick(29_000);
  assert.ok((await silence()) > 500_000, 'not yet');
  t.mock.timers.tick(1_000);
  await until('the claim is touched', async () => (await silence()) < 100_000);
  assert.deepEqual(await holderOf(folder, 'run'), thisProcess(), 'which changes nothing in it');
  await release!();
  t.mock.timers.tick(60_000);
  assert.deepEqual(await readdir(folder), []);
});

test('who was taken for dead leaves the claims of others alone', async (t) => {
  const folder = temporaryFolder(t);
  await plant(folder, 'run.1', dead());
  const release = await claim(folder, 'run');
  assert.ok(release);
  // meanwhile: another took number 3, released all three, and a third process begins anew
  for (const number of [1, 2]) await rm(path.join(folder, `run.${number}`));
  await plant(folder, 'run.1', thisProcess());
  await plant(folder, 'run.2', thisProcess());
  await release();
  assert.deepEqual(await readdir(folder), ['run.1', 'run.2']);
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

test('a living holder is respected whatever the claims above its own', async (t) => {
  const folder = temporaryFolder(t);
  await plant(folder, 'run.1', thisProcess());
  // of a process that looked long ago, claimed now, and was killed before it looked again
  await plant(folder, 'run.4', dead());
  assert.equal(await claim(folder, 'run'), undefined);
  await rm(path.join(folder, 'run.1'));
  assert.ok(await claim(folder, 'run'));
});

test("another user's abandoned claim that must not be removed stays, and is in nobody's way", async (t) => {
  const folder = temporaryFolder(t);
  await plant(folder, 'run.1', dead());
  const release = await claim(folder, 'run');
  t.mock.method(promises, 'rm', (file: string) =>
    file.endsWith('run.1') ? Promise.reject(Object.assign(new Error('EPERM'), { code: 'EPERM' })) : rm(file),
  );
  await release!();
  assert.deepEqual(await readdir(folder), ['run.1']);
  assert.ok(await claim(folder, 'run'));
});
