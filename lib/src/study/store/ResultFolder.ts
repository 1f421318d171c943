import { createHash } from 'node:crypto';
import { appendFile, mkdir, readdir, readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { claim, holderOf } from '../../lock/claim';
import type { ProcessIdentity } from '../../lock/processIdentity';
import { runName, type Run } from '../plan/Run';
import { newest } from './newest';
import type { Circumstances, ResultStore } from './ResultStore';
import type { FinishedRun, RunResult } from './RunResult';

const format = 'startgrad-run-2';

interface StoredRun extends FinishedRun {
  readonly format: typeof format;
  /** Of run and result, so that a damaged file is noticed. */
  readonly sha256: string;
}

/**
 * Results in a folder: one file per run, named after what determines it, written whole or not at all.
 *
 * Beside them `times.jsonl` says when, where and under which load each was computed; that is no part of a result.
 */
export class ResultFolder implements ResultStore {
  constructor(readonly folder: string) {}

  async read(run: Run): Promise<FinishedRun | undefined> {
    return this.readFile(`${runName(run)}.json`);
  }

  async readAll(): Promise<FinishedRun[]> {
    const entries = await readdir(this.folder, { withFileTypes: true }).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    });
    const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.json')).map(({ name }) => name);
    const all: FinishedRun[] = [];
    // one after the other: a system lets a process open only so many files at once
    for (const file of files.sort()) {
      const found = await this.readFile(file);
      if (found) all.push(found);
    }
    const { runs, leftOut } = newest(all);
    if (leftOut.length > 0) process.emitWarning(`${this.folder}: older results are left out, ${leftOut.join(' and ')}`);
    return runs;
  }

  claim(run: Run): Promise<(() => Promise<void>) | undefined> {
    return claim(path.join(this.folder, 'claims'), runName(run));
  }

  holder(run: Run): Promise<ProcessIdentity | undefined> {
    return holderOf(path.join(this.folder, 'claims'), runName(run));
  }

  async write(run: Run, result: RunResult, circumstances: Circumstances): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    const stored: StoredRun = { format, sha256: checksum({ run, result }), run, result };
    await writeFileAtomic(path.join(this.folder, `${runName(run)}.json`), `${JSON.stringify(stored)}\n`);
    await this.note(run, circumstances);
  }

  /** The result is kept by now: that its times cannot be noted costs nothing else. */
  private async note(run: Run, circumstances: Circumstances): Promise<void> {
    const times = {
      run: runName(run),
      finished: new Date().toISOString(),
      ...circumstances,
      host: os.hostname(),
      load: os.loadavg()[0],
    };
    const file = path.join(this.folder, 'times.jsonl');
    await appendFile(file, `${JSON.stringify(times)}\n`).catch((error: unknown) => {
      process.emitWarning(`${file} cannot be written: ${(error as Error).message}`);
    });
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
