import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { drawQuick } from '../../../scripts/figures/drawQuick';
import { drawReference } from '../../../scripts/figures/drawReference';
import { Kept, keyOf, programHash } from '../../../scripts/figures/kept';
import { closeSharedRenderer } from '../../src/render/sharedRenderer';
import { projectPath } from '../../src/project';
import * as tf from '../../src/tensorflow/tf';

process.env.STARTGRAD_PROFILE = 'smoke';

let folder: string;
before(async () => void (folder = await mkdtemp(path.join(tmpdir(), 'startgrad-figures-'))));
after(async () => {
  await closeSharedRenderer();
  await rm(folder, { recursive: true });
});

/** When each file of a folder was written; not the circumstances of runs, nor folders. */
async function written(of: string): Promise<Record<string, number>> {
  const names = (await readdir(of)).filter((name) => /\.(json|svg|png|csv|md)$/.test(name)).sort();
  return Object.fromEntries(
    await Promise.all(
      names.map(async (name): Promise<[string, number]> => [name, (await stat(path.join(of, name))).mtimeMs]),
    ),
  );
}

test('the quick figures are drawn once; a second start computes nothing, and a stopped one goes on', async () => {
  const [runs, quick] = [path.join(folder, 'runs'), path.join(folder, 'quick')];
  const start = tf.memory().numTensors;
  const files = await drawQuick(runs, quick);
  assert.equal(tf.memory().numTensors, start, 'tensors leaked');
  const [results, figures] = [await written(runs), await written(quick)];
  const photographs = ['chelsea', 'coffee'];
  for (const photograph of photographs)
    for (const method of ['pixelmask', 'waveletx', 'shearletx'])
      for (const init of ['all-ones', 'uniform', 'startgrad'])
        assert.ok(
          Object.keys(results).some((name) => name.startsWith(`${photograph}-${method}-${init}-`)),
          `${photograph} ${method} ${init}`,
        );
  assert.equal(files.length, 3 * (2 + photographs.length * (1 + 3 * 4)), 'SVG, PNG and JSON of each');
  assert.deepEqual(files.map((file) => path.basename(file)).sort(), Object.keys(figures));

  await drawQuick(runs, quick);
  assert.deepEqual(await written(runs), results);
  assert.deepEqual(await written(quick), figures);

  const lost = Object.keys(results).find((name) => name.startsWith('chelsea-pixelmask-uniform-'))!;
  await rm(path.join(runs, lost));
  await drawQuick(runs, quick);
  const { [lost]: again, ...others } = await written(runs);
  const { [lost]: first, ...kept } = results;
  assert.ok(again! > first!);
  assert.deepEqual(others, kept);
  assert.deepEqual(await written(quick), figures, 'the same seed gives the same figures');
});

test('a figure says where its numbers come from, and holds no photograph in its numbers', async () => {
  const names = await readdir(path.join(folder, 'quick'));
  const numbersOf = async (end: string): Promise<string> =>
    readFile(
      path.join(
        folder,
        'quick',
        names.find((file) => file.endsWith(end))!,
      ),
      'utf8',
    );
  const { provenance } = JSON.parse(await numbersOf('pixelmask-cp.json')) as { provenance: Record<string, unknown> };
  assert.deepEqual(Object.keys(provenance), ['seed', 'sampleSize', 'classifier', 'profile', 'versions']);
  assert.deepEqual([provenance.seed, provenance.profile, provenance.classifier], [1, 'smoke', 'efficientnet-lite0']);
  assert.match(await numbersOf('explanations.json'), /"source": "picture, sha256 [0-9a-f]{64}"/);
});

test('an aborted start says so and keeps nothing half', async () => {
  const runs = path.join(folder, 'stopped');
  await assert.rejects(drawQuick(runs, path.join(folder, 'none'), AbortSignal.abort()), { name: 'AbortError' });
});

test('the figures of the repository are those of its kept results', async () => {
  const figures = projectPath('figures');
  const before = await written(figures);
  const tables = await Promise.all(
    Object.keys(before)
      .filter((name) => /\.(csv|md)$/.test(name))
      .map(async (name) => [name, await readFile(path.join(figures, name), 'utf8')] as const),
  );
  const files = await drawReference(projectPath('data', 'results'), figures);
  const pictures = (all: readonly string[]): string[] => all.filter((name) => /\.(json|svg|png)$/.test(name));
  const names = files.map((file) => path.basename(file)).sort();
  assert.deepEqual(names, Object.keys(before).filter((name) => name !== 'README.md')); // prettier-ignore
  // tables are written anew, and must say the same
  for (const [name, text] of tables) assert.equal(await readFile(path.join(figures, name), 'utf8'), text, name);
  const after = await written(figures);
  for (const name of pictures(Object.keys(before)))
    assert.equal(after[name], before[name], `${name} was not up to date: run \`npm run figures\` and look at it`);
});

test('what is kept is computed once, and not at all where computing failed', async () => {
  const file = path.join(folder, 'kept.json');
  await assert.rejects(new Kept(file, () => Promise.reject(new Error('stopped'))).get(), /stopped/);
  assert.ok(!new Kept(file, () => Promise.resolve(0)).exists);
  assert.equal(await new Kept(file, () => Promise.resolve(1)).get(), 1);
  assert.equal(await new Kept(file, () => Promise.resolve(2)).get(), 1);
});

test('another program or other options give another name, of a chart and of a script of figures too', async () => {
  assert.notEqual(keyOf({ seed: 1 }), keyOf({ seed: 2 }));
  assert.match(await programHash(), /^[0-9a-f]{16}$/);
  const root = path.join(folder, 'program');
  const write = async (file: string, text: string): Promise<string> => {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), text);
    return programHash(root);
  };
  await mkdir(path.join(root, 'scripts', 'figures'), { recursive: true });
  const program = [
    'lib/src/random/key.ts',
    'lib/src/figures/paper/gradientDistribution.ts',
    'scripts/figures/quickGradient.ts',
  ];
  const names: string[] = [];
  for (const text of ['first', 'second']) for (const file of program) names.push(await write(file, text));
  assert.equal(new Set(names).size, 2 * program.length);
  assert.equal(await write('docs/variants.md', 'no program'), names.at(-1));
});
