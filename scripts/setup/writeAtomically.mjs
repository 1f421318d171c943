import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Writes a file so that it is whole or absent, whenever the process or the machine stops.
 * @param {string} file
 * @param {string} text
 */
export async function writeAtomically(file, text) {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(`${file}.tmp`, text, { flush: true });
  await rename(`${file}.tmp`, file);
}
