import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';

/**
 * SHA-256 of a file, hexadecimal; undefined where there is no such file.
 * @param {string} file
 */
export async function fileHash(file) {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return undefined;
    throw error;
  }
  return hash.digest('hex');
}

/**
 * SHA-256 of a text.
 * @param {string} text
 */
export const textHash = (text) => createHash('sha256').update(text).digest('hex');

/**
 * SHA-256 over the names and contents of files; a folder stands for everything in it.
 * @param {string} base paths are taken, and named, relative to it
 * @param {readonly string[]} names
 */
export async function treeHash(base, names) {
  const files = (await Promise.all(names.map((name) => filesIn(base, name)))).flat().sort();
  const lines = await Promise.all(
    files.map(async (file) => `${textHash(await readFile(path.join(base, file), 'latin1'))} ${file}`),
  );
  return textHash(lines.join('\n'));
}

/**
 * The files below `base`/`name`, relative to `base`.
 * @param {string} base
 * @param {string} [name] a file stands for itself
 * @returns {Promise<string[]>}
 */
export async function filesIn(base, name = '') {
  /** @type {import('node:fs').Dirent[]} */
  let entries;
  try {
    entries = await readdir(path.join(base, name), { withFileTypes: true });
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOTDIR') return [name];
    throw error;
  }
  const nested = entries.map((entry) => {
    const inside = path.join(name, entry.name);
    return entry.isDirectory() ? filesIn(base, inside) : [inside];
  });
  return (await Promise.all(nested)).flat();
}
