import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import '../../src/tensorflow/danfo'; // sets TensorFlow up before danfojs loads it
import { readCSV } from 'danfojs-node';
import { resultsCsv } from '../../src/analysis/resultsCsv';
import { resultRows } from '../../src/analysis/resultRows';
import { resultsFrame } from '../../src/analysis/resultsFrame';
import { runName } from '../../src/study/plan/Run';
import { temporaryFolder } from '../setup/runScript';
import { toyResult, toyRun } from '../study/toys/toyRun';

const runs = [
  { run: toyRun({ subject: { kind: 'photograph', name: 'a "cat", b.jpg', sha256: 'ab' } }), result: toyResult },
  { run: toyRun({ seed: 2, iterations: 1 }), result: toyResult },
];

test('the table has a row for every iteration of every run, and all that tells runs apart', () => {
  const frame = resultsFrame(runs);
  assert.deepEqual(frame.shape, [4, 40]);
  assert.deepEqual(frame.column('iteration').values, [0, 1, 0, 1]);
  assert.deepEqual(frame.column('seed').values, [1, 1, 2, 2]);
  assert.deepEqual(frame.column('cpPixel').values, [1.5, 3, 1.5, 3]);
  assert.throws(() => resultsFrame([]), { message: 'runs must hold at least one run, got none' });
});

test('the CSV file says the same, whatever is in a name', async (t) => {
  const file = path.join(temporaryFolder(t), 'results.csv');
  await writeFile(file, resultsCsv(runs));
  const [read, frame] = [await readCSV(file), resultsFrame(runs)];
  assert.deepEqual(read.columns, frame.columns);
  assert.deepEqual(read.shape, frame.shape);
  for (const name of ['subject', 'label', 'loss', 'cpL1', 'bins', 'clampImage', 'iteration'])
    assert.deepEqual(read.column(name).values, frame.column(name).values, name);
  assert.deepEqual(read.column('subject').values[0], 'a "cat", b.jpg');
  assert.ok(!resultsCsv(runs).includes('null') && !resultsCsv(runs).includes('NaN'), 'what is not there is empty');
});

test('faithfulness stands where it was evaluated, and after the last update by itself', () => {
  const sound = { insertion: 0.75, deletion: 0.25, score: 0.5 };
  const released = { insertion: 1, deletion: 0.125, score: 0.875 };
  const evaluated = [2, 1].map((iteration) => ({ iteration, sound, released }));
  const rows = resultRows({ run: toyRun({ faithfulness: [2, 1] }), result: { ...toyResult, faithfulness: evaluated } });
  const measured = rows.map(({ iteration, loss, cpPixel, faithfulness, insertion, deletion }) => [iteration, loss === null, cpPixel, faithfulness, insertion, deletion]); // prettier-ignore
  assert.deepEqual(measured, [
    [0, false, 1.5, null, null, null],
    [1, false, 3, 0.5, 0.75, 0.25],
    [2, true, null, 0.5, 0.75, 0.25],
  ]);
  const asReleased = rows.map(({ releasedFaithfulness, releasedInsertion, releasedDeletion }) => [releasedFaithfulness, releasedInsertion, releasedDeletion]); // prettier-ignore
  assert.deepEqual(asReleased, [
    [null, null, null],
    [0.875, 1, 0.125],
    [0.875, 1, 0.125],
  ]);
  const [columns] = rows.map((row) => Object.keys(row).join());
  assert.ok(rows.every((row) => Object.keys(row).join() === columns), 'all rows have the same columns'); // prettier-ignore
  assert.deepEqual(rows.map(({ run }) => run), Array(3).fill(rows[0]!.run)); // prettier-ignore
});

test('runs that differ in nothing but a file, or a setting that no column has, are told apart', () => {
  const sha256 = '0123456789012345'.repeat(4);
  const runs = [
    toyRun(),
    toyRun({ initializer: { name: 'mine.js', sha256 } }),
    toyRun({ subject: { kind: 'photograph', name: 'toy cat.jpg', sha256 } }),
    toyRun({ method: { name: 'pixelmask', sha256 } }),
    toyRun({ classifier: { name: 'toy', sha256 } }),
    toyRun({ faithfulness: [0] }),
  ];
  const rows = runs.map((run) => resultRows({ run, result: toyResult })[0]!);
  assert.deepEqual(rows.map(({ run }) => run), runs.map(runName)); // prettier-ignore
  const hash = 'sha256:0123456789012345';
  assert.deepEqual(
    rows.map(({ subjectHash, classifierHash, methodHash, initializerHash }) => [
      subjectHash,
      classifierHash,
      methodHash,
      initializerHash,
    ]),
    [
      ['sha256:ab', 'sha256:cd', null, null],
      ['sha256:ab', 'sha256:cd', null, hash],
      [hash, 'sha256:cd', null, null],
      ['sha256:ab', 'sha256:cd', hash, null],
      ['sha256:ab', hash, null, null],
      ['sha256:ab', 'sha256:cd', null, null],
    ],
  );
});
