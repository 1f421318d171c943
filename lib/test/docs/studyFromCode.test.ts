import assert from 'node:assert/strict';
import { copyFile, mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { uniq } from 'lodash';
import type * as library from '../../src/index';
import { projectPath } from '../../src/project';
import { temporaryFolder } from '../setup/runScript';
import { codeBlocks, guideText, run } from './guides';

const [, section] = /^## The same from code.*?\n([^]*?)^## /m.exec(guideText('docs/bring-your-own-model.md'))!;
const blocks = codeBlocks(section!, 'ts');

/** What the code of the guide makes. */
interface Made {
  readonly studies: readonly library.Study[];
  readonly finished: readonly library.FinishedRun[];
  readonly failed: readonly unknown[];
  readonly table: ReturnType<typeof library.table1>;
}

test('the guide leads from a study to a figure and a table in under 30 lines', async (t) => {
  const folder = temporaryFolder(t);
  await mkdir(path.join(folder, 'photographs'));
  for (const name of ['chelsea.png', 'coffee.png'])
    await copyFile(projectPath('data', 'images', name), path.join(folder, 'photographs', name));
  assert.equal(blocks.length, 2);
  assert.ok(blocks.join('').trimEnd().split('\n').length < 30);

  const { studies, finished, failed, table } = await run<Made>(
    blocks.join(''),
    {
      "'quick'": "'smoke'",
      "'my-photographs'": `'${path.join(folder, 'photographs')}'`,
      "'my-results'": `'${path.join(folder, 'results')}'`,
      "'data/runs'": `'${path.join(folder, 'runs')}'`,
      "'examples/": `'${projectPath('examples')}${path.sep}`,
    },
    '{ studies, finished, failed, table }',
  );

  assert.deepEqual(failed, []);
  assert.equal(studies.length, 1);
  assert.equal(finished.length, 2 * 2 * 4, 'photographs x seeds x initialisers');
  const column = (name: string): unknown[] => uniq(table.column(name).values as unknown[]);
  assert.deepEqual(column('candidate'), ['my-initializer.js']);
  assert.deepEqual(column('reference'), ['StartGrad', 'uniform']);
  assert.deepEqual(column('n'), [2]);
  const results = path.join(folder, 'results');
  const files = ['differences.csv', 'differences.md', 'scores.json', 'scores.png', 'scores.svg'];
  assert.deepEqual((await readdir(results)).sort(), files);
  assert.match(await readFile(path.join(results, 'scores.svg'), 'utf8'), /my-initializer\.js/);
});
