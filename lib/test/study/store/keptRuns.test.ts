/** What the repository keeps of earlier studies: nothing is lost, whatever is added to the library. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { belongs } from '../../../src/analysis/align/alignRuns';
import { methods } from '../../../src/explainers/image/methods';
import { projectPath } from '../../../src/project';
import { jobsOfStudies } from '../../../src/study/plan/jobsOfStudies';
import { photographsOf } from '../../../src/study/subjects/photographsOf';
import { revision } from '../../../src/study/plan/revision';
import { runName } from '../../../src/study/plan/Run';
import { studiesOf } from '../../../src/study/plan/studiesOf';
import { ResultFolder } from '../../../src/study/store/ResultFolder';
import { fixturePath } from '../../support/fixturePath';
import { needsShared, sharedPath } from '../../support/shared';

const folderOf = (name: string): ResultFolder => new ResultFolder(projectPath('data', 'results', name));

test('every curve that was kept when runs were photographs is kept, bit for bit, and counts as this library’s', async () => {
  const checksums = JSON.parse(await readFile(fixturePath('keptCurves.json'), 'utf8')) as Record<string, string>;
  assert.equal(Object.keys(checksums).length, 399);
  for (const folder of ['reference', 'pictures', 'samples16']) {
    const kept = new Map((await folderOf(folder).readAll()).map((one) => [runName(one.run), one]));
    const expected = Object.entries(checksums).filter(([file]) => path.dirname(file) === folder);
    for (const [file, checksum] of expected) {
      const { run, result } = kept.get(path.basename(file, '.json'))!;
      assert.equal(createHash('sha256').update(JSON.stringify(result.curves)).digest('hex'), checksum, file);
      assert.equal(run.revision, revision);
    }
  }
});

/** Adds an option to every preset, as a later version of the library might. */
function addOption(t: TestContext): void {
  const presets = methods.flatMap(({ variants }) => Object.values(variants)) as unknown as Record<string, unknown>[];
  for (const preset of presets) preset.blur = 0;
  t.after(() => {
    for (const preset of presets) delete preset.blur;
  });
}

/** Asserts that a study would find all of its runs in a folder, and comparisons too. */
async function assertFound(folder: string, study: string, photographs: string[]): Promise<void> {
  const jobs = await jobsOfStudies(studiesOf({ study, profile: 'reference', photographs }));
  for (const { run } of jobs) {
    const found = await folderOf(folder).read(run);
    assert.ok(found, runName(run));
    const { name: method } = run.method;
    assert.ok(belongs(found.run, { method, initializer: run.initializer.name, changes: run.options }));
  }
}

test('an option that is new and neutral renames no run: every kept one is still found', async (t) => {
  addOption(t);
  const names = ['astronaut.png', 'chelsea.png', 'coffee.png', 'rocket.jpg'];
  await assertFound('pictures', 'pictures', names.map((name) => projectPath('data', 'images', name))); // prettier-ignore
});

test('nor in the studies of ImageNet’s photographs', needsShared, async (t) => {
  addOption(t);
  const [fifth, twentieth] = [5, 20].map((every) => photographsOf(sharedPath('images', 'imagenet'), { every }));
  for (const study of ['comparison', 'baselines', 'mask-size']) await assertFound('reference', study, await fifth!);
  await assertFound('reference', 'normalised-gradient', await twentieth!);
});
