import { createHash } from 'node:crypto';
import { appendFile, mkdir, readdir, readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { claim, holderOf } from '../lock/claim';
import type { ProcessIdentity } from '../lock/processIdentity';
import { runName, type Run } from './Run';
import type { FinishedRun, RunResult } from './RunResult';

const format = 'startgrad-run-1';

interface StoredRun extends FinishedRun {
  readonly format: typeof format;
  /** Of run and result, so that a damaged file is noticed. */
  readonly sha256: string;
}

/**
 * Where the results of studies lie: a file a run, named after what determines it, written whole or not at all.
 *
 * Beside them `times.jsonl` says when, where and under which load each was computed; that is no part of a result.
 */
export class ResultFolder {
  constructor(readonly folder: string) {}

  /** The result of a run; undefined where there is none, or the file is damaged. */
  async read(run: Run): Promise<FinishedRun | undefined> {
    return this.readFile(`${runName(run)}.json`);
  }

  /** Every result that is there and whole, by name. */
  async readAll(): Promise<FinishedRun[]> {
    const files = await readdir(this.folder).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    });
    const all: FinishedRun[] = [];
    // one after the other: a system lets a process open only so many files at once
    for (const file of files.filter((name) => name.endsWith('.json')).sort()) {
      const found = await this.readFile(file);
      if (found) all.push(found);
    }
    return all;
  }

  /** Claims a run for this process: see `claim`. */
  claim(run: Run): Promise<(() => Promise<void>) | undefined> {
    return claim(path.join(this.folder, 'claims'), runName(run));
  }

  /** The process that has claimed a run. */
  holder(run: Run): Promise<ProcessIdentity | undefined> {
    return holderOf(path.join(this.folder, 'claims'), runName(run));
  }

  /** Keeps a result, then notes the circumstances. */
  async write(run: Run, result: RunResult, circumstances: { readonly seconds: number }): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    const stored: StoredRun = { format, sha256: checksum({ run, result }), run, result };
    await writeFileAtomic(path.join(this.folder, `${runName(run)}.json`), `${JSON.stringify(stored)}\n`);
    const times = {
      run: runName(run),
      finished: new Date().toISOString(),
      ...circumstances,
      host: os.hostname(),
      load: os.loadavg()[0],
    };
    await appendFile(path.join(this.folder, 'times.jsonl'), `${JSON.stringify(times)}\n`);
  }

  private async readFile(file: string): Promise<FinishedRun | undefined> {
    try {
      const stored = JSON.parse(await readFile(path.join(this.folder, file), 'utf8')) as Partial<StoredRun> | null;
      const { run, result } = stored ?? {};
      const whole = stored?.format === format && run && result && stored.sha256 === checksum({ run, result });
      return whole && `${runName(run)}.json` === file ? { run, result } : undefined;
    } catch (error) {
      if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }
}

function checksum({ run, result }: FinishedRun): string {
  return createHash('sha256')
    .update(JSON.stringify([run, result]))
    .digest('hex');
}
