import assert from 'node:assert/strict';
import { fork, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import test from 'node:test';
import { thisProcess } from '../../src/lock/processIdentity';
import { withLock } from '../../src/lock/withLock';
import { ended, temporaryFolder } from '../setup/runScript';

const toy = (name: string): string => path.join(__dirname, 'toys', name);

const startLock = (folder: string, name: string): ChildProcess =>
  fork(toy('lock.mjs'), [path.join(folder, 'locks'), path.join(folder, 'journal'), name], { stdio: 'pipe' });

const runLocks = (folder: string) => Promise.all(['a', 'b', 'c'].map((name) => ended(startLock(folder, name))));

function plant(folder: string, holder: object): string {
  mkdirSync(path.join(folder, 'locks'));
  const file = path.join(folder, 'locks', 'lock.1');
  writeFileSync(file, JSON.stringify({ ...thisProcess(), ...holder }));
  return file;
}

test('processes that want one lock take turns, and leave nothing behind', async (t) => {
  const folder = temporaryFolder(t);
  await runLocks(folder);
  assert.match(readFileSync(path.join(folder, 'journal'), 'utf8'), /^(?:(\w) in\n\1 out\n){3}$/);
  assert.deepEqual(readdirSync(path.join(folder, 'locks')), []);
});

test('the lock of a dead process is taken over at once, by one after the other of those who wait', async (t) => {
  const folder = temporaryFolder(t);
  plant(folder, { pid: spawnSync(process.execPath, ['--version']).pid });
  const runs = await runLocks(folder);
  assert.deepEqual(
    runs.map(({ code }) => code),
    [0, 0, 0],
  );
  assert.doesNotMatch(runs.map(({ stdout }) => stdout).join(), new RegExp(`process ${process.pid} `));
  assert.match(readFileSync(path.join(folder, 'journal'), 'utf8'), /^(?:(\w) in\n\1 out\n){3}$/);
  assert.deepEqual(readdirSync(path.join(folder, 'locks')), []);
});

test('a lock from another machine is respected as long as its holder shows signs of life, and then taken over', async (t) => {
  const folder = temporaryFolder(t);
  const file = plant(folder, { pid: 1, host: 'elsewhere' });
  const waiting = startLock(folder, 'a');
  const end = ended(waiting);
  const [line] = (await once(waiting.stdout!, 'data')) as [string];
  assert.equal(line, 'waits for process 1 on elsewhere\n');
  assert.equal(waiting.exitCode, null);
  const longAgo = new Date(Date.now() - 11 * 60_000);
  utimesSync(file, longAgo, longAgo);
  assert.deepEqual(await end, { code: 0, stdout: line, stderr: '' }, 'which it says once');
  assert.equal(readFileSync(path.join(folder, 'journal'), 'utf8'), 'a in\na out\n');
});

test('a lock is given back when the work fails', async (t) => {
  const folder = temporaryFolder(t);
  await assert.rejects(
    withLock(folder, 'lock', () => Promise.reject(new Error('work'))),
    /^Error: work$/,
  );
  assert.deepEqual(readdirSync(folder), []);
});

test(
  'of eighty that contend while holders are killed with -9, never two are inside',
  { timeout: 300_000 },
  async (t) => {
    const folder = temporaryFolder(t);
    const beside: string[] = [];
    const contendUntilKilled = async (): Promise<void> => {
      const child = spawn(process.execPath, [toy('contender.mjs'), folder], { stdio: ['ignore', 'pipe', 'inherit'] });
      t.after(() => child.kill('SIGKILL'));
      let entries = 0;
      createInterface({ input: child.stdout }).on('line', (line) => {
        if (line !== 'in') beside.push(line);
        else if (++entries === 5) child.kill('SIGKILL');
      });
      await once(child, 'close');
    };
    const contend = async (): Promise<void> => {
      for (let i = 0; i < 12; i++) await contendUntilKilled();
    };
    await Promise.all([contend(), contend(), contend(), contend()]);
    assert.deepEqual(beside, []);
  },
);
