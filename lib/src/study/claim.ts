import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, rm, stat, writeFile, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { fateOf, thisProcess, type ProcessIdentity } from './processIdentity';

/** How often a holder touches its claim, and after which silence one whose fate nobody knows has lost it; milliseconds. */
const beat = 30_000;
const longestSilence = 600_000;

/**
 * Claims a piece of work for this process among all that share the folder, until it is released or this process ends.
 *
 * Claims of one name are numbered, and a number is taken only once: whoever finds the last one's process gone tries for the next
 * number, which one process gets. Nothing is ever taken away from a process, so a look at an old claim does no harm.
 *
 * A process of this host keeps its claims while it lives, paused or not. Where its fate is unknown (another host, or a system that does
 * not say when processes start) they are free once it has not touched them for ten minutes. If it lives after all, the work is done
 * twice, and nothing worse.
 *
 * @returns what releases the claim, or undefined where another process that lives holds it
 */
export async function claim(folder: string, name: string): Promise<(() => Promise<void>) | undefined> {
  await mkdir(folder, { recursive: true });
  const numbers = await numbersOf(folder, name);
  const last = Math.max(0, ...numbers);
  const lastIsFree = async (): Promise<boolean> => last === 0 || isFree(path.join(folder, `${name}.${last}`));
  if (!(await lastIsFree())) return undefined;
  const mine = path.join(folder, `${name}.${last + 1}`);
  const content = JSON.stringify(thisProcess());
  const file = await createWhole(mine, content);
  if (!file) return undefined;
  const giveUp = async (): Promise<void> => {
    await file.close();
    await rm(mine, { force: true });
  };
  const still = await lastIsFree().catch(async (error: unknown) => {
    await giveUp();
    throw error;
  });
  if (!still) {
    // others released all numbers since we looked, and may have begun anew with the first
    await giveUp();
    return undefined;
  }
  // the same bytes again: the file system's own clock says when, and nobody ever sees half of them
  const beating = setInterval(() => void file.write(content, 0).catch(() => undefined), beat).unref();
  return async () => {
    clearInterval(beating);
    // gone, also where a file server has forgotten it: whoever took it for dead has released all numbers, which may be others' again
    const gone = await file.stat().then(
      ({ nlink }) => nlink === 0,
      () => true,
    );
    await file.close().catch(() => undefined);
    if (gone) return;
    // the newest last: while it stands, nobody mistakes an older one for the last
    for (const number of [...numbers, last + 1]) await rm(path.join(folder, `${name}.${number}`), { force: true });
  };
}

/** The process that made the last claim of a name; undefined where there is none. */
export async function holderOf(folder: string, name: string): Promise<ProcessIdentity | undefined> {
  try {
    return await read(path.join(folder, `${name}.${Math.max(0, ...(await numbersOf(folder, name)))}`));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

async function numbersOf(folder: string, name: string): Promise<number[]> {
  return (await readdir(folder))
    .filter((file) => file.startsWith(`${name}.`))
    .map((file) => Number(file.slice(name.length + 1)))
    .filter(Number.isInteger);
}

const read = async (file: string): Promise<ProcessIdentity> =>
  JSON.parse(await readFile(file, 'utf8')) as ProcessIdentity;

/** Whether a claim's holder has ended. A claim that has just been released is not free: its work is done. */
async function isFree(file: string): Promise<boolean> {
  try {
    const fate = fateOf(await read(file));
    return fate === 'unknown' ? (await silenceOf(file)) > longestSilence : fate === 'ended';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    if (error instanceof SyntaxError) return true; // cut short by a power failure, which its holder did not outlive
    throw error;
  }
}

/** Since when nobody has touched a file, by the clock that stamps the files of its folder: hosts may disagree about the time. */
async function silenceOf(file: string): Promise<number> {
  const now = `${file}.${randomUUID()}`;
  await writeFile(now, '');
  try {
    return (await stat(now)).mtimeMs - (await stat(file)).mtimeMs;
  } finally {
    await rm(now, { force: true });
  }
}

/** Creates and opens a file with its content in it, unless there is one: `link` does both at once. */
async function createWhole(file: string, content: string): Promise<FileHandle | undefined> {
  const temporary = `${file}.${randomUUID()}`;
  const opened = await open(temporary, 'wx');
  try {
    await opened.write(content);
    await link(temporary, file);
    return opened;
  } catch (error) {
    await opened.close();
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return undefined;
    throw error;
  } finally {
    await rm(temporary, { force: true });
  }
}
