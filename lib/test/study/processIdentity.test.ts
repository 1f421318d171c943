import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test, type TestContext } from 'node:test';
import { fateOf, thisProcess } from '../../src/study/processIdentity';
import { zombie } from './toys/zombie';

const onLinux = process.platform === 'linux';
const linuxOnly = { skip: onLinux ? false : 'only Linux says when a process started' };

test('a process that lives is known to', linuxOnly, () => {
  assert.equal(fateOf(thisProcess()), 'lives');
  assert.equal(thisProcess().pid, process.pid);
});

test('a process that has ended is known to', () => {
  const { pid } = spawnSync(process.execPath, ['--version']);
  assert.equal(fateOf({ ...thisProcess(), pid }), 'ended');
});

test('a process that has ended though its parent does not ask for it is known to', linuxOnly, async (t) => {
  const dead = await zombie(t);
  process.kill(dead.pid, 0); // its number is still taken
  assert.equal(fateOf(dead), 'ended');
  assert.equal(fateOf({ ...dead, start: null }), 'ended');
});

test('the same number with another start is another process', linuxOnly, () => {
  const here = thisProcess();
  assert.equal(fateOf({ ...here, start: `${here.start}1` }), 'ended');
});

test('on Linux the start is a number of ticks', () => {
  const { start } = thisProcess();
  if (onLinux) assert.match(start!, /^\d+$/);
  else assert.equal(start, null);
});

test('of a number in use nobody can say more where no start is known', () => {
  assert.equal(fateOf({ ...thisProcess(), start: null }), 'unknown');
});

test('of a process of another host nobody can say anything', () => {
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

test("somebody else's process lives, unless it got the number from one that has ended", linuxOnly, (t) => {
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
