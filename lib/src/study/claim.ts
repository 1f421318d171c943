import { randomUUID } from 'node:crypto';
import { link, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { hasEnded, thisProcess, type ProcessIdentity } from './processIdentity';

/**
 * Claims a piece of work for this process among all that share the folder, until it is released or this process ends.
 *
 * Claims of one name are numbered, and a number is taken only once: whoever finds the last one's process gone tries for the next
 * number, which one process gets. Nothing is ever taken away from a process, so a look at an old claim does no harm.
 *
 * @returns what releases the claim, or undefined where another process that lives holds it
 */
export async function claim(folder: string, name: string): Promise<(() => Promise<void>) | undefined> {
  await mkdir(folder, { recursive: true });
  const numbers = (await readdir(folder))
    .filter((file) => file.startsWith(`${name}.`))
    .map((file) => Number(file.slice(name.length + 1)))
    .filter(Number.isInteger);
  const last = Math.max(0, ...numbers);
  const lastIsFree = async (): Promise<boolean> => last === 0 || isFree(path.join(folder, `${name}.${last}`));
  if (!(await lastIsFree())) return undefined;
  const mine = path.join(folder, `${name}.${last + 1}`);
  if (!(await createWhole(mine, JSON.stringify(thisProcess())))) return undefined;
  if (!(await lastIsFree())) {
    // others released all numbers since we looked, and may have begun anew with the first
    await rm(mine, { force: true });
    return undefined;
  }
  return async () => {
    // the newest last: while it stands, nobody mistakes an older one for the last
    for (const number of [...numbers, last + 1]) await rm(path.join(folder, `${name}.${number}`), { force: true });
  };
}

/** Whether the holder of a claim has ended. A claim that has just been released is not free: its work is done. */
async function isFree(file: string): Promise<boolean> {
  try {
    return hasEnded(JSON.parse(await readFile(file, 'utf8')) as ProcessIdentity);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    if (error instanceof SyntaxError) return true; // cut short by a power failure, which its holder did not outlive
    throw error;
  }
}

/** Creates a file with its content in it, unless there is one: `link` does both at once. */
async function createWhole(file: string, content: string): Promise<boolean> {
  const temporary = `${file}.${randomUUID()}`;
  await writeFile(temporary, content);
  try {
    await link(temporary, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(temporary, { force: true });
  }
}
