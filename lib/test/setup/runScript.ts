import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

/** What a process printed, and how it ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts one of the toy scripts beside this file, with a cache of its own where `env` names none. */
export function startScript(
  script: string,
  scriptArguments: readonly string[],
  env: NodeJS.ProcessEnv = {},
): ChildProcess {
  const inherited = { ...process.env };
  // node:test's mark would make a runner inside the script do nothing
  delete inherited.NODE_TEST_CONTEXT;
  return spawn(process.execPath, [path.join(__dirname, 'toys', script), ...scriptArguments], {
    env: { ...inherited, ...env },
  });
}

/** Runs a toy script to its end. */
export async function runScript(
  script: string,
  scriptArguments: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Ended> {
  return ended(startScript(script, scriptArguments, env));
}

/** Waits for a process. */
export async function ended(child: ChildProcess): Promise<Ended> {
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  return { code, stdout, stderr };
}

/** Waits until a file is there. */
export async function appears(file: string): Promise<void> {
  for (const deadline = Date.now() + 20_000; !existsSync(file);) {
    await sleep(20);
    if (Date.now() > deadline) throw new Error(`${file} did not appear within 20 s`);
  }
}

/** A folder that is gone when the test ends. */
export function temporaryFolder(t: TestContext): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'startgrad-test-'));
  t.after(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}
