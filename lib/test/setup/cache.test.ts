import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { appears, ended, runScript, startScript, temporaryFolder } from './runScript';

const run = (folder: string, ...behaviour: string[]) => runScript('cache.mjs', behaviour, { STARTGRAD_CACHE: folder });

test('a folder of the cache is made once, and used from then on', async (t) => {
  const folder = temporaryFolder(t);
  assert.match((await run(folder)).stdout, /toy made 1\n$/);
  assert.match((await run(folder)).stdout, /toy made 0\n$/);
});

test('of several at once only one makes it', async (t) => {
  const folder = temporaryFolder(t);
  const runs = await Promise.all([1, 2, 3].map(() => run(folder)));
  assert.deepEqual(runs.map(({ stdout }) => stdout.slice(-2, -1)).sort(), ['0', '0', '1']);
});

test('a damaged folder is thrown away and made again', async (t) => {
  const folder = temporaryFolder(t);
  await run(folder);
  writeFileSync(path.join(folder, 'toy', 'content'), 'whale');
  assert.match((await run(folder)).stdout, /toy made 1\n$/);
  assert.equal(readFileSync(path.join(folder, 'toy', 'content'), 'utf8'), 'whole');
});

test('what fails leaves nothing behind', async (t) => {
  const folder = temporaryFolder(t);
  const { code, stderr } = await run(folder, 'fail');
  assert.deepEqual([code, stderr], [1, 'cannot make it\n']);
  assert.deepEqual(readdirSync(folder), []);
});

test('what is killed half-way is never used, and swept away by the next one', async (t) => {
  const folder = temporaryFolder(t);
  const killed = startScript('cache.mjs', ['wait'], { STARTGRAD_CACHE: folder });
  await appears(path.join(folder, 'toy.lock.1'));
  killed.kill('SIGKILL');
  await ended(killed);
  assert.equal(existsSync(path.join(folder, 'toy')), false);
  assert.match((await run(folder)).stdout, /toy made 1\n$/);
  assert.deepEqual(readdirSync(folder), ['toy']);
});
