import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Runs `work` while holding an inter-process lock. The holder touches the file while it works; a lock whose process is gone, or
 * that nobody has touched for `silence`, was left behind by a killed run and is taken over.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @param {{ onWait?: (holder: string) => void, silence?: number, beat?: number }} [options] times in milliseconds
 * @returns {Promise<T>}
 */
export async function withLock(file, work, { onWait = () => {}, silence = 60_000, beat = 5_000 } = {}) {
  await mkdir(path.dirname(file), { recursive: true });
  const mine = `${file}.${randomUUID()}`;
  await writeFile(mine, JSON.stringify({ pid: process.pid, host: os.hostname(), id: mine }));
  try {
    await acquire(file, mine, onWait, silence);
    const beating = setInterval(() => void utimes(file, new Date(), new Date()).catch(() => {}), beat);
    try {
      return await work();
    } finally {
      clearInterval(beating);
      if ((await holderOf(file))?.id === mine) await rm(file, { force: true });
    }
  } finally {
    await rm(mine, { force: true });
  }
}

/**
 * @param {string} file
 * @param {string} mine
 * @param {(holder: string) => void} onWait
 * @param {number} silence
 */
async function acquire(file, mine, onWait, silence) {
  let told = false;
  let seen = { touched: -1, at: Date.now() };
  for (;;) {
    // link() creates the lock whole, with its holder's name in it, or fails
    if (await link(mine, file).then(() => true, refuseAllBut('EEXIST'))) return;
    const holder = await holderOf(file);
    if (!holder) continue;
    const touched = await stat(file).then(
      (status) => status.mtimeMs,
      () => -1,
    );
    if (touched !== seen.touched) seen = { touched, at: Date.now() };
    if (isDead(holder) || Date.now() - seen.at > silence) {
      await removeLeftOver(file, holder.id);
      continue;
    }
    if (!told) onWait(`process ${holder.pid} on ${holder.host}`);
    told = true;
    await sleep(200);
  }
}

/**
 * Moves the lock aside before deleting it, so that of two processes that found it left behind only one deletes it, and a lock
 * that somebody took in between is put back.
 * @param {string} file
 * @param {string} id of the dead holder
 */
async function removeLeftOver(file, id) {
  const aside = `${file}.${randomUUID()}`;
  if (!(await rename(file, aside).then(() => true, refuseAllBut('ENOENT')))) return;
  if ((await holderOf(aside))?.id !== id) await link(aside, file).catch(refuseAllBut('EEXIST'));
  await rm(aside, { force: true });
  await rm(id, { force: true });
}

/**
 * @param {string} file
 * @returns {Promise<{ pid: number, host: string, id: string } | undefined>}
 */
async function holderOf(file) {
  return readFile(file, 'utf8').then(JSON.parse, refuseAllBut('ENOENT', undefined));
}

/** @param {{ pid: number, host: string }} holder */
function isDead({ pid, host }) {
  if (host !== os.hostname()) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'ESRCH';
  }
}

/**
 * @template V
 * @param {string} code the one error that is expected
 * @param {V} value what to answer then
 */
function refuseAllBut(code, value = /** @type {V} */ (false)) {
  return (/** @type {NodeJS.ErrnoException} */ error) => {
    if (error.code === code) return value;
    throw error;
  };
}
