import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test, type TestContext } from 'node:test';
import { fateOf, thisProcess } from '../../src/lock/processIdentity';
import { zombie } from './toys/zombie';

const onLinux = process.platform === 'linux';
const linuxOnly = { skip: onLinux ? false : 'only Linux says when a process started' };

test('a living process is recognised', linuxOnly, () => {
  assert.equal(fateOf(thisProcess()), 'lives');
  assert.equal(thisProcess().pid, process.pid);
});

test('a process that has ended is recognised', () => {
  const { pid } = spawnSync(process.execPath, ['--version']);
  assert.equal(fateOf({ ...thisProcess(), pid }), 'ended');
});

test(
  'a process that has ended is recognised though its parent has not asked for its exit code',
  linuxOnly,
  async (t) => {
    const dead = await zombie(t);
    process.kill(dead.pid, 0); // its PID is still in use
    assert.equal(fateOf(dead), 'ended');
    assert.equal(fateOf({ ...dead, start: null }), 'ended');
  },
);

test('the same PID with another start is another process', linuxOnly, () => {
  const here = thisProcess();
  assert.equal(fateOf({ ...here, start: `${here.start}1` }), 'ended');
});

test('on Linux the start is a number of ticks', () => {
  const { start } = thisProcess();
  if (onLinux) assert.match(start!, /^\d+$/);
  else assert.equal(start, null);
});

test('the fate of a process is unknown where its PID is in use and its start is not known', () => {
  assert.equal(fateOf({ ...thisProcess(), start: null }), 'unknown');
});

test('the fate of a process of another host is unknown', () => {
  const { pid } = spawnSync(process.execPath, ['--version']);
  assert.equal(fateOf({ ...thisProcess(), host: 'elsewhere', pid }), 'unknown');
  assert.equal(fateOf({ ...thisProcess(), machine: 'another of this name', pid }), 'unknown');
});

/** As if every process were somebody else's. */
function deny(t: TestContext, code: string): void {
  t.mock.method(process, 'kill', () => {
    throw Object.assign(new Error(code), { code });
  });
}

test("somebody else's process lives, unless it reuses the PID of one that has ended", linuxOnly, (t) => {
  deny(t, 'EPERM');
  const here = thisProcess();
  assert.equal(fateOf(here), 'lives');
  assert.equal(fateOf({ ...here, start: `${here.start}1` }), 'ended');
  assert.equal(fateOf({ ...here, start: null }), 'unknown');
});

test('any other refusal is an error', (t) => {
  deny(t, 'EINVAL');
  assert.throws(() => fateOf(thisProcess()), { code: 'EINVAL' });
});
