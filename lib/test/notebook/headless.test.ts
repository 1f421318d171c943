import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { projectPath } from '../../src/project';
import { notebookEnvironment, venvProgram } from './environment';

interface Cell {
  readonly cell_type: string;
  readonly source: string | string[];
  readonly execution_count?: number | null;
  readonly outputs?: {
    readonly output_type: string;
    readonly name?: string;
    readonly data?: Record<string, unknown>;
  }[];
}

const codeCells = async (file: string): Promise<Cell[]> =>
  (JSON.parse(await readFile(file, 'utf8')) as { cells: Cell[] }).cells.filter((cell) => cell.cell_type === 'code');

const lines = ({ source }: Cell): string[] => (typeof source === 'string' ? source : source.join('')).split('\n');

function run(notebook: string, output: string): Promise<unknown> {
  const line = [projectPath('scripts', 'run_notebook.py'), notebook, '--output', output];
  return promisify(execFile)(venvProgram('python'), line, { env: notebookEnvironment });
}

let folder: string;
before(async () => void (folder = await mkdtemp(path.join(tmpdir(), 'startgrad-notebook-'))));
after(() => rm(folder, { recursive: true }));

test('a notebook with a failing cell fails, names the error, and writes nothing', async () => {
  const output = path.join(folder, 'mustFail.ipynb');
  await assert.rejects(
    run(projectPath('lib', 'test', 'notebook', 'mustFail.ipynb'), output),
    (error: Error & { code: number; stderr: string }) => {
      assert.equal(error.code, 1);
      assert.match(error.stderr, /a cell failed/);
      assert.match(error.stderr, /this cell fails, 0\.5/);
      return true;
    },
  );
  assert.ok(!existsSync(output));
});

describe('the notebooks', async () => {
  const names = (await readdir(projectPath('notebooks'))).filter((name) => name.endsWith('.ipynb'));
  test('begin with the quickstart', () => {
    assert.equal(names.sort()[0], '00-quickstart.ipynb');
  });

  for (const name of names) {
    const notebook = projectPath('notebooks', name);

    test(`${name} runs from top to bottom`, async () => {
      const output = path.join(folder, name);
      await run(notebook, output);
      const [kept, executed] = [await codeCells(notebook), await codeCells(output)];
      assert.deepEqual(
        executed.map((cell) => cell.execution_count),
        kept.map((_, index) => index + 1),
      );
      // the kernel reports what a cell shows, not that it failed to: the kinds of output must be the same as in the kept notebook
      const kinds = (cells: Cell[]) =>
        cells.map((cell) => cell.outputs!.map((o) => [o.output_type, ...Object.keys(o.data ?? {})]));
      assert.deepEqual(kinds(executed), kinds(kept));
    });

    test(`${name} is kept executed, with pictures, under 5 MB, in cells of at most 25 lines`, async () => {
      const cells = await codeCells(notebook);
      assert.deepEqual(
        cells.map((cell) => cell.execution_count),
        cells.map((_, index) => index + 1),
      );
      const outputs = cells.flatMap((cell) => cell.outputs!);
      assert.ok(
        outputs.some((output) => output.data?.['image/png']),
        'GitHub shows no picture',
      );
      for (const output of outputs) {
        assert.equal(output.output_type, 'display_data', 'nothing is printed to standard output or error');
        if (output.data!['application/vnd.plotly.v1+json'])
          assert.ok(output.data!['image/png'], 'a figure has a picture');
      }
      assert.ok((await stat(notebook)).size < 5e6);
      for (const cell of cells) assert.ok(lines(cell).length <= 25, `a cell of ${lines(cell).length} lines`);
      const text = await readFile(notebook, 'utf8');
      assert.ok(!text.includes(projectPath()), 'the notebook names a folder of the machine that ran it');
    });
  }
});
