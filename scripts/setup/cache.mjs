import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { withLock } from '../../lib/src/lock/withLock.js';
import { hashList } from './sha256.mjs';

/**
 * A folder of the cache.
 * @typedef {object} Download
 * @property {string} name says what is inside, version and all: contents under one name never change
 * @property {number} megabytes that are fetched
 * @property {number} [peak] megabytes that the cache needs while the folder is made, where this is another number
 * @property {(folder: string) => Promise<void>} make fills an empty folder
 */

const sums = 'SHA256SUMS';

/** Where downloads are kept: `STARTGRAD_CACHE`, otherwise a folder in the user's own cache. */
export function cacheFolder() {
  if (process.env.STARTGRAD_CACHE) return path.resolve(process.env.STARTGRAD_CACHE);
  if (process.platform === 'darwin') return path.join(os.homedir(), 'Library', 'Caches', 'startgrad');
  return path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'startgrad');
}

/**
 * Megabytes that a download will fetch, and will need in the cache.
 * @param {Download} download
 */
export function sizeOf({ name, megabytes, peak = megabytes }) {
  return existsSync(path.join(cacheFolder(), name)) ? { fetch: 0, cache: 0 } : { fetch: megabytes, cache: peak };
}

/**
 * A folder of the cache, made where it is missing or damaged. It is made under a temporary name, gets a list of its SHA-256, and is
 * renamed once it is whole. Several people and clones may share one cache: one makes a folder, the others wait and use it.
 * @param {Download} download
 * @returns {Promise<string>} the folder: readable by all, and nobody may change it
 */
export async function cached({ name, make }) {
  const folder = path.join(cacheFolder(), name);
  if (await isWhole(folder)) return folder;
  // everybody may read what is made here
  const umask = process.umask(process.umask() & 0o722);
  try {
    await withLock(cacheFolder(), `${name}.lock`, async () => {
      if (!(await isWhole(folder))) await makeWhole(folder, make);
    });
  } finally {
    process.umask(umask);
  }
  return folder;
}

/** @param {string} folder */
async function isWhole(folder) {
  const list = await readFile(path.join(folder, sums), 'utf8').catch(() => '');
  const names = list.split('\n').flatMap((line) => line.split('  ')[1] ?? []);
  return names.length > 0 && (await hashList(folder, names).catch(() => '')) === list;
}

/** @param {string} folder @param {Download['make']} make */
async function makeWhole(folder, make) {
  const temporary = `${folder}.${randomUUID()}.tmp`;
  await removeLeftOvers(folder);
  try {
    await mkdir(temporary);
    await make(temporary);
    await writeFile(path.join(temporary, sums), await hashList(temporary), { flush: true });
    await rm(folder, { recursive: true, force: true });
    await rename(temporary, folder);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** Removes what killed set-ups left, except another user's. @param {string} folder */
async function removeLeftOvers(folder) {
  const names = await readdir(cacheFolder());
  for (const name of names.filter((entry) => entry.startsWith(`${path.basename(folder)}.`) && entry.endsWith('.tmp')))
    await rm(path.join(cacheFolder(), name), { recursive: true, force: true }).catch(() => {});
}
