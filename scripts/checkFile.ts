import { randomUUID } from 'node:crypto';
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Makes sure that a file can be written in its place later, whose folder is made where there is none.
 *
 * @throws Error that names the option, the file and what is in the way
 */
export async function checkFile(option: string, file: string): Promise<void> {
  const refuse = (reason: string, cause?: unknown): never => {
    throw new Error(`${option} must be a file that can be written, got ${file}: ${reason}`, { cause });
  };
  const found = await stat(file).catch(() => undefined);
  if (found?.isDirectory()) refuse('it is a folder');
  const probe = `${file}.${randomUUID()}`;
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(probe, '');
    await rm(probe);
  } catch (error) {
    refuse((error as Error).message, error);
  }
}
