import { constants, existsSync, readdirSync } from 'node:fs';
import { copyFile, link, mkdir, readdir, rename, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { cached } from '../cache.mjs';
import { withProgress } from '../progress.mjs';
import { environmentPython, inProject } from '../project.mjs';
import { CommandError, runCommand } from '../runCommand.mjs';
import { SetupError } from '../SetupError.mjs';
import { download, folderBytes, forPlatform, wheelsIn } from '../wheels.mjs';
import { librariesFolder } from './places.mjs';

const members = [
  'tensorflow/libtensorflow_cc.*',
  'tensorflow/libtensorflow_framework.*',
  'tensorflow/include/tensorflow/c/*',
  'tensorflow/include/tensorflow/core/platform/ctstring*',
  'tensorflow/include/tsl/platform/ctstring*',
  'tensorflow/include/xla/tsl/c/*',
];
const unpackedMegabytes = 855;

/** The libraries of an earlier set-up that are still there (a link into a cache may have lost its end). */
export function placedLibraries() {
  if (!existsSync(librariesFolder)) return [];
  const files = readdirSync(librariesFolder).map((name) => path.join(librariesFolder, name));
  return files.every(existsSync) ? files : [];
}

/**
 * Puts TensorFlow's two libraries into the clone, unpacked once in the cache.
 * @param {import('./wheel.mjs').Wheel} wheel
 * @returns {Promise<string>} the folder of headers
 */
export async function placeLibraries(wheel) {
  const unpacked = path.join(await cached(wheel.cacheName, (folder) => fetchAndUnpack(wheel, folder)), 'tensorflow');
  const temporary = `${librariesFolder}.tmp`;
  await rm(temporary, { recursive: true, force: true });
  await mkdir(temporary, { recursive: true });
  const libraries = (await readdir(unpacked)).filter((name) => name.startsWith('libtensorflow'));
  for (const name of libraries) await share(path.join(unpacked, name), path.join(temporary, name));
  await rm(librariesFolder, { recursive: true, force: true });
  await rename(temporary, librariesFolder);
  return path.join(unpacked, 'include');
}

/** @param {import('./wheel.mjs').Wheel} wheel @param {string} folder */
async function fetchAndUnpack(wheel, folder) {
  const fetched = path.join(folder, 'fetched');
  await mkdir(fetched);
  await download(fetched, 'TensorFlow', `${wheel.requirement}\n`, forPlatform(wheel.platform), wheel.megabytes);
  const [file] = await wheelsIn(fetched);
  const unzip = [inProject('scripts', 'setup', 'unzip.py'), file, folder, ...members];
  const measure = async () => ({
    share: Math.min(0.99, ((await folderBytes(folder)) / 1e6 - wheel.megabytes) / unpackedMegabytes),
  });
  await withProgress('TensorFlow: unpacking', measure, () =>
    runCommand(environmentPython, unzip).catch((error) => {
      throw error instanceof CommandError
        ? new SetupError(`TensorFlow could not be unpacked.\n${error.message}`)
        : error;
    }),
  );
  await rm(fetched, { recursive: true });
}

/**
 * One file in two places, without a second 800 MB: a hard link where the system allows it. Where it does not (another disk,
 * somebody else's file) a link to a cache that somebody keeps on purpose, and a copy from one that may be swept any day.
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
