import assert from 'node:assert/strict';
import { appendFile, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { range } from 'lodash';
import { randomKey } from '../../../src/random/key';
import { ResultFolder } from '../../../src/study/store/ResultFolder';
import { newest } from '../../../src/study/store/newest';
import { revision } from '../../../src/study/plan/revision';
import { versions } from '../../../src/versions';
import { runName } from '../../../src/study/plan/Run';
import { temporaryFolder } from '../../setup/runScript';
import { toyResult, toyRun } from '../toys/toyRun';

const run = toyRun();
const kept = { run, result: toyResult };
const file = `${runName(run)}.json`;

test('what is written is read again, by its run and among all', async (t) => {
  const folder = path.join(temporaryFolder(t), 'not', 'there yet');
  const results = new ResultFolder(folder);
  assert.equal(await results.read(run), undefined);
  assert.deepEqual(await results.readAll(), []);
  await results.write(run, toyResult, { seconds: 1 });
  const other = toyRun({ seed: 2 });
  await results.write(other, toyResult, { seconds: 1 });
  assert.deepEqual(await results.read(run), kept);
  const all = await results.readAll();
  assert.deepEqual(
    all.map((found) => runName(found.run)),
    [runName(run), runName(other)].sort(),
  );
  assert.match(file, /^toy_cat-pixelmask-all-ones-[0-9a-f]{16}\.json$/);
});

test('the same result gives the same bytes; when, where and how fast lies beside it', async (t) => {
  const folder = temporaryFolder(t);
  const results = new ResultFolder(folder);
  await results.write(run, toyResult, { seconds: 1 });
  const bytes = await readFile(path.join(folder, file));
  await results.write(run, toyResult, { seconds: 2 });
  assert.deepEqual(await readFile(path.join(folder, file)), bytes);
  const times = (await readFile(path.join(folder, 'times.jsonl'), 'utf8')).trim().split('\n');
  const [first, second] = times.map((line) => JSON.parse(line) as Record<string, unknown>);
  assert.deepEqual([first!.seconds, second!.seconds, first!.run], [1, 2, runName(run)]);
  for (const name of ['finished', 'host', 'load']) assert.ok(name in first!, name);
  await appendFile(path.join(folder, 'times.jsonl'), 'torn');
  assert.deepEqual(await results.readAll(), [kept], 'whatever the sidecar says');
  assert.deepEqual((await readdir(folder)).sort(), [file, 'times.jsonl'].sort(), 'no temporary file is left');
});

test('a file cut short anywhere counts as none', async (t) => {
  const folder = temporaryFolder(t);
  const results = new ResultFolder(folder);
  await results.write(run, toyResult, { seconds: 1 });
  const bytes = await readFile(path.join(folder, file));
  for (const length of [0, 1, 100, bytes.length >> 1, bytes.length - 2]) {
    await writeFile(path.join(folder, file), bytes.subarray(0, length));
    assert.equal(await results.read(run), undefined, `${length} of ${bytes.length} bytes`);
    assert.deepEqual(await results.readAll(), []);
  }
  await results.write(run, toyResult, { seconds: 1 });
  assert.deepEqual(await readFile(path.join(folder, file)), bytes, 'and is written anew');
});

test('a flipped bit never gives another result', async (t) => {
  const folder = temporaryFolder(t);
  const results = new ResultFolder(folder);
  await results.write(run, toyResult, { seconds: 1 });
  const bytes = await readFile(path.join(folder, file));
  let noticed = 0;
  for (const flip of range(300)) {
    const [place, bit] = randomKey('flip', flip).map((value) => value >>> 1) as [number, number];
    const damaged = Buffer.from(bytes);
    damaged[place % bytes.length]! ^= 1 << (bit % 8);
    await writeFile(path.join(folder, file), damaged);
    const found = await results.read(run);
    if (found === undefined) noticed++;
    else assert.deepEqual(found, kept, `byte ${place % bytes.length}`); // 1e-7 and 1E-7 are the same number
  }
  assert.ok(noticed > 295, `${noticed} of 300 noticed`);
});

test('a result under the name of another run, of another format or of another kind counts as none', async (t) => {
  const folder = temporaryFolder(t);
  const results = new ResultFolder(folder);
  await results.write(run, toyResult, { seconds: 1 });
  const stored = JSON.parse(await readFile(path.join(folder, file), 'utf8')) as Record<string, unknown>;
  const other = toyRun({ seed: 2 });
  await rename(path.join(folder, file), path.join(folder, `${runName(other)}.json`));
  assert.equal(await results.read(other), undefined, 'renamed');
  for (const content of [{ ...stored, format: 'startgrad-run-0' }, { ...stored, sha256: undefined }, {}, null, 7, []]) {
    await writeFile(path.join(folder, file), JSON.stringify(content));
    assert.equal(await results.read(run), undefined, JSON.stringify(content).slice(0, 40));
  }
  assert.deepEqual(await results.readAll(), []);
  await writeFile(path.join(folder, file), JSON.stringify(stored));
  assert.deepEqual(await results.read(run), kept, 'as it was');
});

test('a folder that cannot be read is an error, no empty one', async (t) => {
  const folder = temporaryFolder(t);
  await writeFile(path.join(folder, 'file'), '');
  await assert.rejects(new ResultFolder(path.join(folder, 'file')).readAll(), { code: 'ENOTDIR' });
  await mkdir(path.join(folder, file));
  await assert.rejects(new ResultFolder(folder).read(run), { code: 'EISDIR' });
});

/** The warnings that something emits. */
async function warnings(act: () => Promise<unknown>): Promise<string[]> {
  const heard: string[] = [];
  const listen = ({ message }: Error): void => void heard.push(message);
  process.on('warning', listen);
  await act();
  await new Promise(setImmediate);
  process.off('warning', listen);
  return heard;
}

test('results of an older library or of other versions are left out where there are newer ones, and counted', async (t) => {
  const folder = temporaryFolder(t);
  const results = new ResultFolder(folder);
  const { tensorflow, sharp } = versions();
  const current = toyRun({ revision, tensorflow, sharp });
  const older = [toyRun({ ...current, sharp: '0.9.9' }), toyRun({ ...current, seed: 2, sharp: '0.9.9' })];
  const oldest = toyRun({ ...current, revision: 0 });
  for (const one of [oldest, ...older]) await results.write(one, toyResult, { seconds: 1 });
  const newestThen = await results.readAll();
  assert.deepEqual(newestThen.map(({ run: { seed, sharp } }) => [seed, sharp]).sort(), [[1, '0.9.9'], [2, '0.9.9']], 'the newest that there are'); // prettier-ignore
  await results.write(current, toyResult, { seconds: 1 });
  const heard = await warnings(async () => {
    assert.deepEqual(await results.readAll(), [{ run: current, result: toyResult }]);
  });
  assert.equal(heard.length, 1);
  assert.ok(heard[0]!.startsWith(`${folder}: older results are left out, `));
  for (const part of [
    `2 of revision ${revision} with TensorFlow ${tensorflow} and sharp 0.9.9`,
    '1 of revision 0 with',
  ])
    assert.ok(heard[0]!.includes(part), heard[0]);
  assert.deepEqual(await results.read(oldest), { run: oldest, result: toyResult }, 'a run that is asked for is found');
});

test('version 0.10 is newer than 0.9', () => {
  const [nine, ten] = ['0.9.9', '0.10.0'].map((sharp) => ({ run: toyRun({ revision: 0, sharp }), result: toyResult }));
  assert.deepEqual(newest([ten!, nine!]).runs, [ten]);
  assert.deepEqual(newest([nine!, ten!]).leftOut, ['1 of revision 0 with TensorFlow 2.9.1 and sharp 0.9.9']);
  assert.deepEqual(newest([]), { runs: [], leftOut: [] });
});

test('a folder that is named like a result stops nobody from reading the others', async (t) => {
  const folder = temporaryFolder(t);
  const results = new ResultFolder(folder);
  await results.write(run, toyResult, { seconds: 1 });
  await mkdir(path.join(folder, 'x.json'));
  assert.deepEqual(await results.readAll(), [kept]);
});

test('a result is kept where its times cannot be noted, with a warning', async (t) => {
  const folder = temporaryFolder(t);
  const results = new ResultFolder(folder);
  await mkdir(path.join(folder, 'times.jsonl'));
  const heard = await warnings(() => results.write(run, toyResult, { seconds: 1 }));
  assert.match(heard.join(), /times\.jsonl cannot be written: EISDIR/);
  assert.deepEqual(await results.read(run), kept);
});
