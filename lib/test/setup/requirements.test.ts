import assert from 'node:assert/strict';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { execFile } from 'node:child_process';
import path from 'node:path';
import test from 'node:test';
import { projectPath } from '../../src/project';
import { runScript, temporaryFolder } from './runScript';

test('every Python package is pinned to a version and to hashes, and no index is named', () => {
  const text = readFileSync(projectPath('scripts', 'setup', 'requirements.txt'), 'utf8');
  const entries = text.replace(/^#.*\n/gm, '').split(/\n(?=\S)/);
  for (const entry of entries) assert.match(entry, /^[\w.-]+==\S+[^]*?--hash=sha256:[0-9a-f]{64}/);
  assert.ok(entries.length > 50);
  assert.doesNotMatch(text, /https?:|index-url/);
});

test('the lock file of npm names no registry, and a hash for every package', () => {
  const lock = JSON.parse(readFileSync(projectPath('package-lock.json'), 'utf8')) as {
    packages: Record<string, { resolved?: string; integrity?: string; link?: boolean }>;
  };
  const fetched = Object.entries(lock.packages).filter(([place, { link }]) => place.includes('node_modules/') && !link);
  assert.ok(fetched.length > 100);
  for (const [place, { resolved, integrity }] of fetched) {
    assert.equal(resolved, undefined, place);
    assert.match(integrity ?? '', /^sha512-/, place);
  }
});

test('an old Node gets one message', async () => {
  const old = await runScript('checkNode.cjs', ['18.20.4']);
  assert.equal(old.code, 1);
  assert.match(
    old.stderr,
    /^Node 20\.19 or newer is needed, and this is Node 18\.20\.4 .*\nInstall a current one .*\n$/,
  );
  assert.equal((await runScript('checkNode.cjs', ['20.18.3'])).code, 1);
});

test('Node 20.19 to 26 get none, a newer one a note', async () => {
  for (const version of ['20.19.0', '22.0.0', '26.10.0'])
    assert.deepEqual(await runScript('checkNode.cjs', [version]), { code: 0, stdout: '', stderr: '' });
  const newer = await runScript('checkNode.cjs', ['27.0.0']);
  assert.equal(newer.code, 0);
  assert.match(newer.stderr, /^Note: this is Node 27\.0\.0/);
});

/** Runs the search for a Python that gives these answers about itself. */
async function findPython(folder: string, answers: object) {
  const python = path.join(folder, 'python');
  writeFileSync(
    python,
    `#!/bin/sh\ncat <<'END'\n${JSON.stringify({ executable: python, tag: 'toy', missing: '', ...answers })}\nEND\n`,
  );
  chmodSync(python, 0o755);
  return runScript('python.mjs', [], { STARTGRAD_PYTHON: python });
}

test('Python 3.9 is new enough, 3.8 gets one message', async (t) => {
  const folder = temporaryFolder(t);
  assert.equal((await findPython(folder, { version: [3, 9] })).stdout, '3.9\n');
  const { code, stderr } = await findPython(folder, { version: [3, 8] });
  assert.equal(code, 1);
  assert.match(
    stderr,
    /^Python 3\.9 or newer is needed: .* is Python 3\.8\.\nInstall one \(Debian\/Ubuntu: sudo apt install/,
  );
});

test('a Python without venv gets the name of the Debian package', async (t) => {
  const { code, stderr } = await findPython(temporaryFolder(t), {
    version: [3, 11],
    missing: "No module named 'ensurepip'",
  });
  assert.equal(code, 1);
  assert.match(
    stderr,
    /cannot make virtual environments \(No module named 'ensurepip'\)\.\n.*sudo apt install python3\.11-venv/,
  );
});

test('STARTGRAD_TENSORFLOW takes two values, and any other stops the set-up before it begins', async () => {
  const env = { ...process.env, STARTGRAD_TENSORFLOW: 'conda' };
  const { code, stderr } = await new Promise<{ code: unknown; stderr: string }>((resolve) => {
    execFile(process.execPath, [projectPath('scripts', 'setup.mjs')], { env }, (error, _, text) => {
      resolve({ code: error?.code, stderr: text });
    });
  });
  assert.equal(code, 1);
  assert.equal(stderr, '\nThe set-up stopped. STARTGRAD_TENSORFLOW must be one of wheel, upstream, got "conda".\n');
});
