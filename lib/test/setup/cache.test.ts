import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { promisify } from 'node:util';
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

test('a folder lacking a file, or its list of SHA-256, is made again', async (t) => {
  const folder = temporaryFolder(t);
  for (const file of ['content', 'SHA256SUMS']) {
    await run(folder);
    rmSync(path.join(folder, 'toy', file));
    assert.match((await run(folder)).stdout, /toy made 1\n$/, file);
  }
});

const toy = path.join(__dirname, 'toys', 'cache.mjs');
const runFile = promisify(execFile);

test('everybody may read what a cautious user puts into the cache', async (t) => {
  const folder = temporaryFolder(t);
  const command = 'umask 077; exec "$0" "$1"';
  await runFile('sh', ['-c', command, process.execPath, toy], { env: { ...process.env, STARTGRAD_CACHE: folder } });
  assert.equal(statSync(path.join(folder, 'toy')).mode & 0o777, 0o755);
  for (const file of readdirSync(path.join(folder, 'toy')))
    assert.equal(statSync(path.join(folder, 'toy', file)).mode & 0o777, 0o644, file);
});

test('a read-only cache serves what it holds, and what it lacks gives one message', async (t) => {
  const folder = temporaryFolder(t);
  // root may write anywhere, unless it lays that power down
  const command =
    process.getuid?.() === 0 ? ['setpriv', '--bounding-set=-dac_override', process.execPath] : [process.execPath];
  const runReadOnly = async () => {
    chmodSync(folder, 0o555);
    const env = { ...process.env, STARTGRAD_CACHE: folder };
    return runFile(command[0]!, [...command.slice(1), toy], { env }).finally(() => chmodSync(folder, 0o755));
  };
  await assert.rejects(runReadOnly(), ({ code, stderr }: { code: number; stderr: string }) => {
    assert.equal(code, 1);
    assert.match(
      stderr,
      /^Permission denied\. You must be able to write .* to the cache:\nset STARTGRAD_CACHE to a folder of your own/,
    );
    assert.doesNotMatch(stderr, /^\s+at /m);
    return true;
  });
  await run(folder);
  assert.match((await runReadOnly()).stdout, /toy made 0\n$/);
});
