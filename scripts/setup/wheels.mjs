import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cached, dropFromCache } from './cache.mjs';
import { withProgress } from './progress.mjs';
import { environmentPython } from './project.mjs';
import { CommandError, runCommand } from './runCommand.mjs';
import { SetupError } from './SetupError.mjs';
import { fileHash, filesIn } from './sha256.mjs';

/**
 * Wheels by name, version and SHA-256, in the cache; fetched by pip, so that its mirrors, proxies and certificates count.
 * @param {object} wanted
 * @param {string} wanted.name in the cache
 * @param {string} wanted.label what a person reads
 * @param {string} wanted.requirements pip requirements with hashes
 * @param {readonly string[]} [wanted.options] of pip download
 * @param {number} wanted.megabytes
 * @returns {Promise<string>} the folder of wheels
 * @throws {SetupError} where they cannot be fetched or are not what they should be
 */
export async function fetchWheels({ name, label, requirements, options = [], megabytes }) {
  const make = (/** @type {string} */ folder) => download(folder, label, requirements, options, megabytes);
  const folder = await cached(name, make);
  if (await arePinned(folder, requirements)) return folder;
  await dropFromCache(name);
  return cached(name, make);
}

/**
 * Options of pip download for one platform's wheel, whatever Python runs here: such wheels are only unzipped.
 * @param {string} platform
 */
export const forPlatform = (platform) =>
  ['--platform', platform].concat('--python-version', '3.11', '--implementation', 'cp', '--abi', 'cp311');

/**
 * Downloads into `folder`, by way of a folder beside it that also takes pip's temporary files: one disk, one thing to measure.
 * @param {string} folder
 * @param {string} label
 * @param {string} requirements
 * @param {readonly string[]} options
 * @param {number} megabytes
 */
export async function download(folder, label, requirements, options, megabytes) {
  const scratch = path.join(folder, 'pip');
  const list = path.join(scratch, 'requirements.txt');
  await mkdir(scratch);
  await writeFile(list, requirements);
  const safely = ['--no-cache-dir', '--no-deps', '--only-binary=:all:', '--require-hashes', '--progress-bar=off'];
  const pip = ['-m', 'pip', 'download', ...safely, ...options, '-d', folder, '-r', list];
  const measure = async () => {
    const done = (await folderBytes(folder)) / 1e6;
    return { share: Math.min(0.99, done / megabytes), text: ` of ${Math.round(megabytes)} MB` };
  };
  await withProgress(`${label}: fetching`, measure, () =>
    runCommand(environmentPython, pip, { env: { TMPDIR: scratch } }).catch(reportFailure(label)),
  );
  await rm(scratch, { recursive: true });
}

/** @param {string} label @returns {(error: unknown) => never} */
function reportFailure(label) {
  return (error) => {
    if (!(error instanceof CommandError)) throw error;
    if (/DO NOT MATCH THE HASHES/.test(error.output)) {
      const lines = error.output
        .split('\n')
        .filter((line) => /Expected|Got| from /.test(line))
        .map((line) => line.trim());
      throw new SetupError(
        `${label}: what was fetched has a wrong SHA-256 and was thrown away.\n${lines.join('\n')}\n` +
          'A mirror or proxy may hold a damaged or changed file: try again, or another index (PIP_INDEX_URL).',
      );
    }
    throw new SetupError(
      `${label}: the download failed.\n${error.message}\n` +
        'Check the network, the proxy (HTTPS_PROXY) and the index (PIP_INDEX_URL), and run the command again; it goes on where it stopped.',
    );
  };
}

/** Whether every wheel has one of the hashes that the requirements name. @param {string} folder @param {string} requirements */
async function arePinned(folder, requirements) {
  const pinned = new Set([...requirements.matchAll(/sha256:([0-9a-f]{64})/g)].map(([, hash]) => hash));
  const wheels = await wheelsIn(folder);
  const hashes = await Promise.all(wheels.map(fileHash));
  return hashes.length > 0 && hashes.every((hash) => hash !== undefined && pinned.has(hash));
}

/** @param {string} folder */
export async function wheelsIn(folder) {
  return (await readdir(folder)).filter((name) => name.endsWith('.whl')).map((name) => path.join(folder, name));
}

/** @param {string} folder */
export async function folderBytes(folder) {
  const sizes = (await filesIn(folder)).map((name) =>
    stat(path.join(folder, name)).then(
      ({ size }) => size,
      () => 0,
    ),
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
