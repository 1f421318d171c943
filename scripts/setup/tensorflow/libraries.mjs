import { constants, existsSync, readdirSync } from 'node:fs';
import { copyFile, link, mkdir, rename, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { cached } from '../cache.mjs';
import { inState } from '../project.mjs';
import { partsOfWheel } from '../wheels.mjs';

const headers = ['tensorflow/c', 'tensorflow/core/platform', 'tsl/platform', 'xla/tsl/c'];

/** TensorFlow's libraries in the clone: outside node_modules, so that installing packages anew does not touch them. */
export const librariesFolder = inState('tensorflow');

/** The libraries of an earlier set-up that are still there (a link into a deleted cache leads nowhere). */
export function placedLibraries() {
  if (!existsSync(librariesFolder)) return [];
  const files = readdirSync(librariesFolder).map((name) => path.join(librariesFolder, name));
  return files.every(existsSync) ? files : [];
}

/**
 * The libraries and headers, unpacked in the cache.
 * @param {import('./wheel.mjs').Wheel} wheel
 * @returns {import('../cache.mjs').Download}
 */
export const librariesOf = ({ libraries, ...wheel }) =>
  partsOfWheel({
    ...wheel,
    label: 'TensorFlow',
    parts: [...libraries, ...headers.map((folder) => `include/${folder}`)].map((part) => `tensorflow/${part}`),
    // the wheel and everything in it
    peak: 1600,
  });

/**
 * Puts TensorFlow's two libraries into the clone.
 * @param {import('./wheel.mjs').Wheel} wheel
 * @returns {Promise<string>} the folder of headers
 */
export async function placeLibraries(wheel) {
  const unpacked = path.join(await cached(librariesOf(wheel)), 'tensorflow');
  const temporary = `${librariesFolder}.tmp`;
  await rm(temporary, { recursive: true, force: true });
  await mkdir(temporary, { recursive: true });
  for (const name of wheel.libraries) await share(path.join(unpacked, name), path.join(temporary, name));
  await rm(librariesFolder, { recursive: true, force: true });
  await rename(temporary, librariesFolder);
  return path.join(unpacked, 'include');
}

/**
 * One file in two places without a second 800 MB: a hard link where the system allows one. Where it does not (another disk,
 * another owner), a symbolic link into a cache that is kept on purpose, and a copy from one that may be swept any day.
 * @param {string} from
 * @param {string} to
 */
async function share(from, to) {
  try {
    await link(from, to);
  } catch {
    if (process.env.STARTGRAD_CACHE) await symlink(from, to);
    else await copyFile(from, to, constants.COPYFILE_FICLONE);
  }
}
