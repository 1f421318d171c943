import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { drawFigures } from '../../../scripts/figures/drawFigures';
import { Kept, keyOf, programHash } from '../../../scripts/figures/kept';
import * as tf from '../../src/tensorflow/tf';

process.env.STARTGRAD_PROFILE = 'smoke';

let folder: string;
before(async () => void (folder = await mkdtemp(path.join(tmpdir(), 'startgrad-quick-'))));
after(() => rm(folder, { recursive: true }));

/** When each file of a folder was written. */
async function written(of: string): Promise<Record<string, number>> {
  const names = (await readdir(of)).sort();
  return Object.fromEntries(
    await Promise.all(
      names.map(async (name): Promise<[string, number]> => [name, (await stat(path.join(of, name))).mtimeMs]),
    ),
  );
}

test('the quick figures are drawn once; a second start computes nothing, and a stopped one goes on', async () => {
  const folders = { runs: path.join(folder, 'runs'), quick: path.join(folder, 'quick') };
  const start = tf.memory().numTensors;
  await drawFigures(folders);
  assert.equal(tf.memory().numTensors, start, 'tensors leaked');
  const [runs, figures] = [await written(folders.runs), await written(folders.quick)];
  const studied = ['pixelmask', 'waveletx', 'shearletx'].flatMap((method) =>
    ['all-ones', 'uniform', 'startgrad'].map((init) => `${method}-${init}`),
  );
  for (const part of ['gradient', ...studied])
    assert.ok(
      Object.keys(runs).some((name) => name.startsWith(`quick-${part}-`)),
      part,
    );
  const names = Object.keys(figures).filter((name) => name.endsWith('.json'));
  assert.equal(names.length, 3 + 3 * 3, 'three to begin with, three for each method');
  assert.equal(Object.keys(figures).length, 3 * names.length, 'SVG, PNG and JSON of each');

  await drawFigures(folders);
  assert.deepEqual(await written(folders.runs), runs);
  assert.deepEqual(await written(folders.quick), figures);

  const lost = Object.keys(runs).find((name) => name.startsWith('quick-pixelmask-uniform-'))!;
  await rm(path.join(folders.runs, lost));
  await drawFigures(folders);
  const { [lost]: again, ...others } = await written(folders.runs);
  const { [lost]: first, ...kept } = runs;
  assert.ok(again! > first!);
  assert.deepEqual(others, kept);
  assert.deepEqual(await written(folders.quick), figures, 'the same seed gives the same figures');
});

test('a figure says where its numbers come from', async () => {
  const name = (await readdir(path.join(folder, 'quick'))).find((file) => file.endsWith('pixelmask-cp.json'))!;
  const json = await readFile(path.join(folder, 'quick', name), 'utf8');
  const { provenance } = JSON.parse(json) as { provenance: Record<string, unknown> };
  assert.deepEqual(Object.keys(provenance), ['seed', 'sampleSize', 'classifier', 'profile', 'versions']);
  assert.deepEqual([provenance.seed, provenance.profile, provenance.classifier], [1, 'smoke', 'efficientnet-lite0']);
});

test('what is kept is computed once, and not at all where computing failed', async () => {
  const file = path.join(folder, 'kept.json');
  await assert.rejects(new Kept(file, () => Promise.reject(new Error('stopped'))).get(), /stopped/);
  assert.ok(!new Kept(file, () => Promise.resolve(0)).exists);
  assert.equal(await new Kept(file, () => Promise.resolve(1)).get(), 1);
  assert.equal(await new Kept(file, () => Promise.resolve(2)).get(), 1);
});

test('another program or other options give another name', async () => {
  assert.notEqual(keyOf({ seed: 1 }), keyOf({ seed: 2 }));
  assert.match(await programHash(), /^[0-9a-f]{64}$/);
  assert.notEqual(await programHash(), await programHash(path.join(__dirname, '..', '..', 'src', 'random')));
});
