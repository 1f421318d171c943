import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { hasEnded, thisProcess } from '../../src/study/processIdentity';

test('a process that lives has not ended', () => {
  assert.equal(hasEnded(thisProcess()), false);
  assert.equal(thisProcess().pid, process.pid);
});

test('a process that has ended is known to', () => {
  const { pid } = spawnSync(process.execPath, ['--version']);
  assert.equal(hasEnded({ ...thisProcess(), pid }), true);
});

test('the same number with another start is another process', () => {
  const here = thisProcess();
  assert.equal(hasEnded({ ...here, start: `${here.start}1` }), process.platform === 'linux');
});

test('on Linux the start is a number of ticks', () => {
  const { start } = thisProcess();
  if (process.platform === 'linux') assert.match(start!, /^\d+$/);
  else assert.equal(start, null);
});

test('a process whose start nobody knows is judged by its number', () => {
  assert.equal(hasEnded({ ...thisProcess(), start: null }), false);
});

test('a process of another host never has ended, for nobody here can know', () => {
  const { pid } = spawnSync(process.execPath, ['--version']);
  assert.equal(hasEnded({ host: 'elsewhere', pid, start: null }), false);
});

test('a process that belongs to somebody else lives', () => {
  // 1 is always there; without the right to signal it the answer is EPERM, which is no end
  assert.equal(hasEnded({ ...thisProcess(), pid: 1, start: null }), false);
});
