import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { ended, runScript, startScript, temporaryFolder } from './runScript';

test('processes that want one lock take turns, and leave nothing behind', async (t) => {
  const folder = temporaryFolder(t);
  const [file, journal] = [path.join(folder, 'lock'), path.join(folder, 'journal')];
  await Promise.all(['a', 'b', 'c'].map((name) => runScript('lock.mjs', [file, journal, name])));
  assert.match(readFileSync(journal, 'utf8'), /^(?:(\w) in\n\1 out\n){3}$/);
  assert.deepEqual(readdirSync(folder), ['journal']);
});

test('the lock of a dead process is taken over at once, by one of those who wait', async (t) => {
  const folder = temporaryFolder(t);
  const [file, journal] = [path.join(folder, 'lock'), path.join(folder, 'journal')];
  const dead = startScript('checkNode.cjs', [process.versions.node]);
  await ended(dead);
  writeFileSync(file, JSON.stringify({ pid: dead.pid, host: os.hostname(), id: `${file}.dead` }));
  const started = performance.now();
  const runs = await Promise.all(['a', 'b', 'c'].map((name) => runScript('lock.mjs', [file, journal, name])));
  assert.ok(performance.now() - started < 30_000, 'without waiting for it to fall silent');
  assert.deepEqual(
    runs.map(({ code }) => code),
    [0, 0, 0],
  );
  assert.match(readFileSync(journal, 'utf8'), /^(?:(\w) in\n\1 out\n){3}$/);
});

test('a lock from another machine is respected as long as its holder shows signs of life, and then taken over', async (t) => {
  const folder = temporaryFolder(t);
  const [file, journal] = [path.join(folder, 'lock'), path.join(folder, 'journal')];
  writeFileSync(file, JSON.stringify({ pid: 1, host: 'elsewhere', id: `${file}.elsewhere` }));
  const started = performance.now();
  const { stdout } = await runScript('lock.mjs', [file, journal, 'a', '700']);
  assert.equal(stdout, 'waits for process 1 on elsewhere\n');
  assert.ok(performance.now() - started > 700);
  assert.equal(readFileSync(journal, 'utf8'), 'a in\na out\n');
});
