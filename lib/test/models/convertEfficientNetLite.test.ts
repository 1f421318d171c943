import { projectPath } from '../../src/project';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { convertEfficientNetLite } from '../../src/models/convertEfficientNetLite';
import { readSafetensors } from '../../src/files/tensors/safetensors';
import { readTorchCheckpoint } from '../../src/files/tensors/torchCheckpoint';
import { fixturePath } from '../support/fixturePath';

/** Any checkpoint of that format does: the conversion does not look at the names. */
const checkpoint = fixturePath('torch_legacy.pth');
const zip = fixturePath('torch_zip.pth');

const sha256 = async (file: string): Promise<string> =>
  createHash('sha256')
    .update(await readFile(file))
    .digest('hex');

test('keeps every tensor bit for bit, and the manifest describes both files', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'models-'));
  try {
    await convertEfficientNetLite(checkpoint, path.join(folder, 'new', 'folder'));
    const converted = path.join(folder, 'new', 'folder', 'efficientnet-lite0.safetensors');
    const { tensors } = await readSafetensors(converted);
    assert.deepEqual(tensors, await readTorchCheckpoint(checkpoint));
    const manifest = JSON.parse(await readFile(converted.replace('.safetensors', '.json'), 'utf8')) as Record<
      string,
      object
    >;
    assert.deepEqual(manifest.result, {
      file: 'efficientnet-lite0.safetensors',
      sha256: await sha256(converted),
      tensors: 10,
    });
    assert.equal((manifest.source as { sha256: string }).sha256, await sha256(checkpoint));
    assert.equal((manifest.source as { licence: string }).licence, 'Apache-2.0');
    assert.deepEqual((await readdir(path.dirname(converted))).sort(), [
      'efficientnet-lite0.json',
      'efficientnet-lite0.safetensors',
    ]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a checkpoint that is refused leaves nothing behind', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'models-'));
  try {
    await assert.rejects(convertEfficientNetLite(zip, folder), /zip checkpoint/);
    assert.deepEqual(await readdir(folder), []);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('works where TensorFlow is not there', () => {
  const source = projectPath('lib', 'src', 'models', 'convertEfficientNetLite.ts');
  const script = `require(${JSON.stringify(source)}); process.exit(Object.keys(require.cache).some((file) => file.includes('tfjs')) ? 1 : 0)`;
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', '-e', script], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
});
