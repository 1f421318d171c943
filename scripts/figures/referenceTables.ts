import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { compareStarts } from '../../lib/src/analysis/align/compareStarts';
import { ResultFolder } from '../../lib/src/study/store/ResultFolder';
import type { FinishedRun } from '../../lib/src/study/store/RunResult';
import { describeSample, type Sample } from '../../lib/src/analysis/align/Sample';
import { describeNoiseSamples, noiseSamplesTable } from '../../lib/src/tables/noiseSamplesTable';
import { describeBench, runTimesTable, type BenchResult } from '../../lib/src/tables/runTimesTable';
import { table1 } from '../../lib/src/tables/table1';
import { table2 } from '../../lib/src/tables/table2';
import { table4, table4Sample } from '../../lib/src/tables/table4';
import { writeTable } from '../../lib/src/tables/writeTable';

const starts = (runs: readonly FinishedRun[]): Sample => compareStarts(runs).sample;

const tables = [
  {
    name: 'table01',
    table: table1,
    sample: starts,
    caption: 'Table 1: median difference of paired CP scores, StartGrad minus reference',
  },
  {
    name: 'table02',
    table: table2,
    sample: starts,
    caption: 'Table 2: iterations until StartGrad reaches what the reference ends with, and the speed-up',
  },
  {
    name: 'table04',
    table: table4,
    sample: table4Sample,
    caption: 'Table 4: CP of StartGrad beside integrated gradients and Grad-CAM',
  },
];

/**
 * Writes the tables of the kept results, soundly computed and as released.
 *
 * @returns the paths of the files
 */
export async function writeReferenceTables(
  runs: readonly FinishedRun[],
  results: string,
  figures: string,
): Promise<string[]> {
  const files: string[] = [];
  for (const { name, table, sample, caption } of tables)
    for (const procedure of ['sound', 'released'] as const) {
      const note = `${caption}; ${procedure} procedure; ${describeSample(sample(runs))}.`;
      const file = procedure === 'sound' ? name : `${name}-released`;
      files.push(...(await writeTable(figures, file, table(runs, procedure), note)));
    }
  const many = await new ResultFolder(path.join(results, 'samples16')).readAll();
  const cost =
    'What 4 noise samples an iteration cost, beside 16: geometric means over the photographs that have both, with the smallest and the largest';
  const samplesCaption = `${cost}; ${describeNoiseSamples(runs, many)}.`;
  files.push(...(await writeTable(figures, 'noise-samples', noiseSamplesTable(runs, many), samplesCaption)));
  const benchFile = path.join(results, 'bench.json');
  if (existsSync(benchFile)) {
    const bench = JSON.parse(await readFile(benchFile, 'utf8')) as BenchResult;
    const times = runTimesTable(bench);
    const caption = `Appendix D.2: seconds that the initialisation by StartGrad takes, from the bench; ${describeBench(bench)}.`;
    files.push(...(await writeTable(figures, 'tableD2-run-times', times, caption)));
  }
  return files;
}
