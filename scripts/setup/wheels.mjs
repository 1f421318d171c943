import { readdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cached } from './cache.mjs';
import { environmentPython, inProject } from './project.mjs';
import { lastWords, runCommand } from './runCommand.mjs';
import { SetupError } from './SetupError.mjs';
import { fileHash, filesIn } from './sha256.mjs';

/**
 * Wheels that pip fetches, so its mirrors, proxies and certificates count; it takes none whose SHA-256 is not named.
 * @param {object} wanted
 * @param {string} wanted.name in the cache
 * @param {string} wanted.label what a person reads
 * @param {string} wanted.requirements pip requirements with hashes
 * @param {string} [wanted.platform] for one platform, whatever runs here: such wheels are only unzipped, never installed
 * @param {number} wanted.megabytes
 * @returns {import('./cache.mjs').Download}
 */
export function wheels({ name, label, requirements, platform, megabytes }) {
  const safely = ['--no-cache-dir', '--no-deps', '--only-binary=:all:', '--require-hashes', '--progress-bar=off'];
  const foreign = ['--python-version', '3.11', '--implementation', 'cp', '--abi', 'cp311'];
  const options = [...safely, ...(platform ? ['--platform', platform, ...foreign] : [])];
  const make = async (/** @type {string} */ folder) => {
    const list = path.join(folder, 'requirements.txt');
    await writeFile(list, requirements);
    await runCommand(environmentPython, ['-m', 'pip', 'download', ...options, '-d', folder, '-r', list], {
      // temporary files too: one disk, and one folder to measure
      env: { TMPDIR: folder },
      progress: {
        label: `${label}: fetching ${Math.round(megabytes)} MB`,
        share: async () => (await folderMegabytes(folder)) / megabytes,
      },
      failure: (output) => `${label}: ${whyNot(output)}`,
    });
  };
  return { name, megabytes, make };
}

/** @param {string} output of pip */
function whyNot(output) {
  if (!/DO NOT MATCH THE HASHES/.test(output))
    return (
      `the download failed.\n${lastWords(output)}\nCheck the network, the proxy (HTTPS_PROXY) and the index (PIP_INDEX_URL), ` +
      'and run the command again; it goes on where it stopped.'
    );
  const lines = output.split('\n').filter((line) => /Expected|Got| from /.test(line));
  return (
    `what was fetched has a wrong SHA-256 and was thrown away.\n${lines.map((line) => line.trim()).join('\n')}\n` +
    'A mirror or proxy may hold a damaged or changed file: try again, or another index (PIP_INDEX_URL).'
  );
}

/**
 * Unpacks those members of a wheel that match a pattern.
 * @param {string} folder of the wheel
 * @param {string} target
 * @param {readonly string[]} patterns
 * @param {import('./progress.mjs').Progress} [progress]
 */
export async function unzip(folder, target, patterns, progress) {
  const wheel = (await readdir(folder)).find((name) => name.endsWith('.whl')) ?? '';
  const program = [inProject('scripts', 'setup', 'unzip.py'), path.join(folder, wheel), target, ...patterns];
  await runCommand(environmentPython, program, { progress, failure: `${wheel} cannot be unpacked.` });
}

/**
 * Unpacks files of a wheel in the cache and checks them.
 * @param {import('./cache.mjs').Download} download
 * @param {string} target
 * @param {Record<string, string>} hashes SHA-256 by path in the wheel
 */
export async function unpackFiles(download, target, hashes) {
  await unzip(await cached(download), target, Object.keys(hashes));
  for (const [name, hash] of Object.entries(hashes))
    if ((await fileHash(path.join(target, name))) !== hash)
      throw new SetupError(`${name} in ${download.name} has a wrong SHA-256.`);
}

/** @param {string} folder */
export async function folderMegabytes(folder) {
  const sizes = (await filesIn(folder)).map((name) =>
    stat(path.join(folder, name)).then(
      ({ size }) => size / 1e6,
      () => 0,
    ),
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
