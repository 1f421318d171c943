import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { writeTable } from '../../src/tables/writeTable';

test('writeTable: writes CSV with every digit and Markdown with its caption, and nothing else', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'startgrad-tables-'));
  try {
    const table = { columns: ['method', 'median, s', 'n'], values: [['a|b', 1 / 3, null], ['c "d"', 2e-7, 4]] }; // prettier-ignore
    await writeTable(path.join(folder, 'new'), 'table01', table, 'What it shows.');
    const [csv, markdown] = await Promise.all(
      ['csv', 'md'].map((end) => readFile(path.join(folder, 'new', `table01.${end}`), 'utf8')),
    );
    assert.equal(csv, 'method,"median, s",n\na|b,0.3333333333333333,\n"c ""d""",2e-7,4\n');
    assert.equal(
      markdown,
      'What it shows.\n\n| method | median, s | n |\n| --- | ---: | ---: |\n| a\\|b | 0.3333 | – |\n| c "d" | 2e-7 | 4 |\n',
    );
    assert.deepEqual((await readdir(path.join(folder, 'new'))).sort(), ['table01.csv', 'table01.md']);
  } finally {
    await rm(folder, { recursive: true });
  }
});
