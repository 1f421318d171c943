/** Run once and deleted: kept runs of format 1 become runs of format 2. `tsx scripts/carryOver.ts FOLDER...`; prints the checksums of the curves. */
import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { MethodOptions } from '../lib/src/explainers/image/Method';
import { runName, type Run } from '../lib/src/study/plan/Run';
import { runOptions } from '../lib/src/study/plan/runOptions';
import type { RunResult } from '../lib/src/study/store/RunResult';

type OldRun = Omit<Run, 'subject' | 'method' | 'options'> & {
  photograph: { name: string; sha256: string };
  method: string;
  options: MethodOptions;
};

const sha256 = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

async function main(folders: readonly string[]): Promise<void> {
  const checksums: Record<string, string> = {};
  for (const folder of folders)
    for (const file of (await readdir(folder)).filter((name) => name.endsWith('.json')).sort()) {
      const stored = JSON.parse(await readFile(path.join(folder, file), 'utf8')) as {
        format: string;
        sha256: string;
        run: OldRun;
        result: Omit<RunResult, 'options'>;
      };
      if (stored.format !== 'startgrad-run-1') continue;
      if (stored.sha256 !== sha256([stored.run, stored.result])) throw new Error(`${file} is damaged`);
      const { revision, tensorflow, sharp, photograph, classifier, method, variant, options, initializer, ...rest } = stored.run; // prettier-ignore
      const run: Run = {
        ...{ revision, tensorflow, sharp, classifier },
        subject: { kind: 'photograph', name: photograph.name, sha256: photograph.sha256 },
        ...{ method: { name: method }, initializer, variant, options: runOptions(method, variant, options) },
        ...rest,
      };
      const { target, label, probability, ...measured } = stored.result;
      const result: RunResult = { target, label, probability, options, ...measured };
      const name = `${runName(run)}.json`;
      await writeFileAtomic(
        path.join(folder, name),
        `${JSON.stringify({ format: 'startgrad-run-2', sha256: sha256([run, result]), run, result })}\n`,
      );
      if (name !== file) await rm(path.join(folder, file));
      checksums[path.join(path.basename(folder), name)] = sha256(stored.result.curves);
    }
  console.log(JSON.stringify(checksums, null, 1));
}

void main(process.argv.slice(2));
