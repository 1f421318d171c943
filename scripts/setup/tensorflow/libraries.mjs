import { constants, existsSync, readdirSync } from 'node:fs';
import { copyFile, link, mkdir, readdir, rename, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { cached } from '../cache.mjs';
import { inState } from '../project.mjs';
import { folderMegabytes, unzip, wheels } from '../wheels.mjs';

const members = [
  'tensorflow/libtensorflow_cc.*',
  'tensorflow/libtensorflow_framework.*',
  'tensorflow/include/tensorflow/c/*',
  'tensorflow/include/tensorflow/core/platform/ctstring*',
  'tensorflow/include/tsl/platform/ctstring*',
  'tensorflow/include/xla/tsl/c/*',
];
const unpackedMegabytes = 855;

/** TensorFlow's libraries in the clone: outside node_modules, so that installing packages anew does not touch them. */
export const librariesFolder = inState('tensorflow');

/** The libraries of an earlier set-up that are still there (a link into a deleted cache leads nowhere). */
export function placedLibraries() {
  if (!existsSync(librariesFolder)) return [];
  const files = readdirSync(librariesFolder).map((name) => path.join(librariesFolder, name));
  return files.every(existsSync) ? files : [];
}

/**
 * The unpacked libraries and headers in the cache, without the wheel that they come from.
 * @param {import('./wheel.mjs').Wheel} wheel
 * @returns {import('../cache.mjs').Download}
 */
export function librariesOf({ name, requirement, platform, megabytes }) {
  const fetch = wheels({ name, label: 'TensorFlow', requirements: `${requirement}\n`, platform, megabytes });
  const make = async (/** @type {string} */ folder) => {
    const fetched = path.join(folder, 'fetched');
    await mkdir(fetched);
    await fetch.make(fetched);
    const share = async () => ((await folderMegabytes(folder)) - megabytes) / unpackedMegabytes;
    await unzip(fetched, folder, members, { label: 'TensorFlow: unpacking', share });
    await rm(fetched, { recursive: true });
  };
  return { name, megabytes, kept: unpackedMegabytes + megabytes, make };
}

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
  const libraries = (await readdir(unpacked)).filter((name) => name.startsWith('libtensorflow'));
  for (const name of libraries) await share(path.join(unpacked, name), path.join(temporary, name));
  await rm(librariesFolder, { recursive: true, force: true });
  await rename(temporary, librariesFolder);
  return path.join(unpacked, 'include');
}

/**
 * One file in two places without a second 800 MB: a hard link where the system allows one. Where it does not (another disk, somebody
 * else's file), a symbolic link into a cache that is kept on purpose, and a copy from one that may be swept any day.
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
