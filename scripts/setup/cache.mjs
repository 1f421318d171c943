import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { access, chmod, constants, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { withLock } from '../../lib/src/lock/withLock.js';
import { SetupError } from './SetupError.mjs';
import { fileHash, filesIn } from './sha256.mjs';

const sums = 'SHA256SUMS';

/** Where downloads are kept: `STARTGRAD_CACHE`, else a folder in the user's own cache. */
export function cacheFolder() {
  if (process.env.STARTGRAD_CACHE) return path.resolve(process.env.STARTGRAD_CACHE);
  if (process.platform === 'darwin') return path.join(os.homedir(), 'Library', 'Caches', 'startgrad');
  return path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'startgrad');
}

/** @param {string} name */
export const isCached = (name) => existsSync(path.join(cacheFolder(), name));

/**
 * Throws a folder away, so that it is made anew; somebody else's stays.
 * @param {string} name
 */
export const dropFromCache = (name) =>
  rm(path.join(cacheFolder(), name), { recursive: true, force: true }).catch(() => {});

/**
 * A folder of the cache, made where it is missing or damaged: `make` fills a temporary folder, which gets its list of SHA-256 and
 * is renamed once it is whole. Several people and clones may share one cache: one makes a folder, the others wait and use it.
 * @param {string} name says what is inside, version and all: contents under one name never change
 * @param {(folder: string) => Promise<void>} make
 * @param {{ verify?: boolean }} [options] `verify: false` for contents that are checked when they are used
 * @returns {Promise<string>} the folder, readable by all and to be changed by none
 */
export async function cached(name, make, { verify = true } = {}) {
  const folder = path.join(cacheFolder(), name);
  const good = async () => existsSync(folder) && (!verify || (await isWhole(folder)));
  if (await good()) return folder;
  await assertWritable();
  return withLock(cacheFolder(), `${name}.lock`, async () => {
    if (await good()) return folder;
    await removeTemporary(name);
    const temporary = `${folder}.${randomUUID()}.tmp`;
    try {
      await mkdir(temporary);
      await make(temporary);
      if (verify) await writeSums(temporary);
      await shareReadable(temporary);
      await rm(folder, { recursive: true, force: true });
      await rename(temporary, folder);
    } finally {
      await rm(temporary, { recursive: true, force: true });
    }
    return folder;
  });
}

/** @param {string} folder */
async function writeSums(folder) {
  const names = (await filesIn(folder)).sort();
  const lines = await Promise.all(names.map(async (name) => `${await fileHash(path.join(folder, name))}  ${name}\n`));
  await writeFile(path.join(folder, sums), lines.join(''));
}

/** @param {string} folder */
async function isWhole(folder) {
  const list = await readFile(path.join(folder, sums), 'utf8').catch(() => '');
  const lines = list
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split('  '));
  const same = await Promise.all(lines.map(async ([hash, name]) => (await fileHash(path.join(folder, name))) === hash));
  return lines.length > 0 && same.every(Boolean);
}

/** Whatever the umask: files readable by all, folders to be entered by all. @param {string} folder */
async function shareReadable(folder) {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const inside = path.join(folder, entry.name);
    if (entry.isDirectory()) await shareReadable(inside);
    else await chmod(inside, 0o644);
  }
}

/** What a killed run left; the caller holds the lock of `name`. @param {string} name */
async function removeTemporary(name) {
  const left = (await readdir(cacheFolder())).filter((entry) => entry.startsWith(`${name}.`) && entry.endsWith('.tmp'));
  await Promise.all(left.map((entry) => rm(path.join(cacheFolder(), entry), { recursive: true, force: true })));
}

async function assertWritable() {
  const folder = cacheFolder();
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  } catch {
    throw new SetupError(
      `The cache ${folder} cannot be written to, and something is missing in it.\n` +
        'Set STARTGRAD_CACHE to a folder of your own, or ask its owner to run the set-up once.',
    );
  }
}
