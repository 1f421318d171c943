import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { appears, ended, startScript, temporaryFolder } from './runScript';

test('a command ends with the set-up that started it, even when that is killed with -9', async (t) => {
  const file = path.join(temporaryFolder(t), 'alive');
  const killed = startScript('command.mjs', [file]);
  await appears(file);
  const first = readFileSync(file, 'utf8');
  await sleep(500);
  assert.notEqual(readFileSync(file, 'utf8'), first, 'it runs as long as the set-up lives');
  killed.kill('SIGKILL');
  await ended(killed);
  await sleep(500);
  const last = readFileSync(file, 'utf8');
  await sleep(500);
  assert.equal(readFileSync(file, 'utf8'), last);
});
