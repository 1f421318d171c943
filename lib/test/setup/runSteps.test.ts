import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { appears, ended, runScript, startScript, temporaryFolder } from './runScript';

const run = (folder: string, env: NodeJS.ProcessEnv = {}, ...more: string[]) =>
  runScript('steps.mjs', [folder, ...more], { STARTGRAD_CACHE: path.join(folder, 'cache'), ...env });

for (const step of ['a', 'b', 'c']) {
  test(`a set-up killed inside step ${step} finishes when it is started again`, async (t) => {
    const folder = temporaryFolder(t);
    const killed = startScript('steps.mjs', [folder, step], { STARTGRAD_CACHE: path.join(folder, 'cache') });
    await appears(path.join(folder, step));
    killed.kill('SIGKILL');
    assert.equal((await ended(killed)).code, null);

    const second = await run(folder);
    assert.equal(second.code, 0, second.stderr);
    for (const id of ['a', 'b', 'c']) assert.equal(readFileSync(path.join(folder, id), 'utf8'), 'whole');
    // only the step that was killed ran twice
    assert.match(second.stdout, new RegExp(`ran ${'abc'.replace(step, step + step)}\n$`));
  });
}

test('a second set-up runs nothing and says nothing', async (t) => {
  const folder = temporaryFolder(t);
  const first = await run(folder);
  assert.match(first.stdout, /^Setting up what is missing:\n/);
  assert.equal((await run(folder)).stdout, 'ran abc\n');
});

test('a step runs again when its input has changed, and so does the step that stands on it', async (t) => {
  const folder = temporaryFolder(t);
  await run(folder);
  assert.match((await run(folder, { TOY_INPUT: 'changed' })).stdout, /ran abcab\n$/);
});

test('a set-up for which the disk is too small stops before it does anything', async (t) => {
  const folder = temporaryFolder(t);
  const { code, stderr } = await run(folder, { TOY_MEGABYTES: '1e12' });
  assert.equal(code, 1);
  assert.match(stderr, /^Not enough disk: 3000000000000 MB are needed in .*, \d+ MB are free\.\n/);
  assert.equal(existsSync(path.join(folder, 'ran')), false);
});
