import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { projectPath } from '../../src/project';
import { type Ended, runScript, temporaryFolder } from './runScript';

const name = 'startgrad_toy-1.0-py3-none-any.whl';

const makeWheel = `
import sys, zipfile
with zipfile.ZipFile(sys.argv[1], 'w') as wheel:
    info = 'startgrad_toy-1.0.dist-info/'
    wheel.writestr(info + 'METADATA', 'Metadata-Version: 2.1\\nName: startgrad-toy\\nVersion: 1.0\\n')
    wheel.writestr(info + 'WHEEL', 'Wheel-Version: 1.0\\nGenerator: toy\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n')
    wheel.writestr(info + 'RECORD', '')
    wheel.writestr('startgrad_toy/data/kept.txt', 'kept')
    wheel.writestr('startgrad_toy/left.txt', 'left')
`;

/** A folder with one wheel in it, and a way to fetch from there into a cache beside it. */
function toyIndex(folder: string) {
  const wheel = path.join(folder, name);
  execFileSync(projectPath('.venv', 'bin', 'python'), ['-c', makeWheel, wheel]);
  const hash = createHash('sha256').update(readFileSync(wheel)).digest('hex');
  const cache = path.join(folder, 'cache');
  const env = { STARTGRAD_CACHE: cache, PIP_NO_INDEX: '1', PIP_FIND_LINKS: folder };
  return { hash, cache, fetch: (...toy: string[]): Promise<Ended> => runScript('wheels.mjs', toy, env) };
}

test('a wheel is fetched into the cache', async (t) => {
  const { hash, cache, fetch } = toyIndex(temporaryFolder(t));
  const { code, stdout, stderr } = await fetch(hash);
  assert.equal(code, 0, stderr);
  assert.match(stdout, /fetched 1\n$/);
  assert.deepEqual(readdirSync(path.join(cache, 'startgrad-toy')).sort(), ['SHA256SUMS', 'requirements.txt', name]);
});

test('of a wheel that is only unpacked, the cache keeps the parts that are asked for', async (t) => {
  const { hash, cache, fetch } = toyIndex(temporaryFolder(t));
  const { code, stderr } = await fetch(hash, 'startgrad_toy/data');
  assert.equal(code, 0, stderr);
  const folder = path.join(cache, 'startgrad-toy');
  assert.deepEqual(readdirSync(folder).sort(), ['SHA256SUMS', 'requirements.txt', 'startgrad_toy']);
  assert.deepEqual(readdirSync(path.join(folder, 'startgrad_toy')), ['data']);
  assert.equal(readFileSync(path.join(folder, 'startgrad_toy', 'data', 'kept.txt'), 'utf8'), 'kept');
});

test('a part that the wheel lacks is an error, and nothing of it stays', async (t) => {
  const { hash, cache, fetch } = toyIndex(temporaryFolder(t));
  const { code, stderr } = await fetch(hash, 'startgrad_toy/missing');
  assert.equal(code, 1);
  assert.match(stderr, /ENOENT.*startgrad_toy\/missing/);
  assert.deepEqual(readdirSync(cache), []);
});

test('a wheel with a wrong SHA-256 is refused with one message, and nothing of it stays', async (t) => {
  const { hash, cache, fetch } = toyIndex(temporaryFolder(t));
  const wrong = hash.replace(/^./, (digit) => (digit === '0' ? '1' : '0'));
  const { code, stderr } = await fetch(wrong);
  assert.equal(code, 1);
  assert.match(stderr, /^toy: what was fetched has a wrong SHA-256 and was thrown away\.\n/);
  assert.ok(stderr.includes(wrong) && stderr.includes(hash), stderr);
  assert.doesNotMatch(stderr, /^\s+at /m);
  assert.deepEqual(readdirSync(cache), []);
});

test('a wheel that was changed in the cache is fetched again', async (t) => {
  const { hash, cache, fetch } = toyIndex(temporaryFolder(t));
  await fetch(hash);
  const cached = path.join(cache, 'startgrad-toy', name);
  const right = readFileSync(cached);
  writeFileSync(cached, 'changed');
  assert.equal((await fetch(hash)).code, 0);
  assert.deepEqual(readFileSync(cached), right);
});

test('a download that fails says what to look at, and leaves nothing', async (t) => {
  const cache = temporaryFolder(t);
  const nobodyListens = {
    PIP_INDEX_URL: 'http://127.0.0.1:9/simple',
    PIP_EXTRA_INDEX_URL: '',
    PIP_RETRIES: '0',
    PIP_CONFIG_FILE: '/dev/null',
  };
  const { code, stderr } = await runScript('wheels.mjs', ['0'.repeat(64)], {
    STARTGRAD_CACHE: cache,
    PIP_FIND_LINKS: '',
    ...nobodyListens,
  });
  assert.equal(code, 1);
  assert.match(stderr, /^toy: the download failed\.\n/);
  assert.match(stderr, /the proxy \(HTTPS_PROXY\) and the index \(PIP_INDEX_URL\)/);
  assert.doesNotMatch(stderr, /^\s+at /m);
  assert.equal(existsSync(path.join(cache, 'startgrad-toy')), false);
});
