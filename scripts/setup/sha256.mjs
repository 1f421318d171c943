import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
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

/** @param {string} text */
export const textHash = (text) => createHash('sha256').update(text).digest('hex');

/**
 * One line per file, as the command `sha256sum` prints it; a folder stands for everything in it.
 * @param {string} base paths are taken, and named, relative to it
 * @param {readonly string[]} [names]
 */
export async function hashList(base, names = ['']) {
  const files = (await Promise.all(names.map((name) => filesIn(base, name)))).flat().sort();
  let lines = '';
  for (const file of files) lines += `${await fileHash(path.join(base, file))}  ${file}\n`;
  return lines;
}

/**
 * The files below `base`/`name`, relative to `base`.
 * @param {string} base
 * @param {string} [name] a file stands for itself
 * @returns {Promise<string[]>}
 */
export async function filesIn(base, name = '') {
  const folder = path.join(base, name);
  if ((await stat(folder)).isFile()) return [name];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => !entry.isDirectory());
  return files.map((entry) => path.relative(base, path.join(entry.parentPath, entry.name)));
}
