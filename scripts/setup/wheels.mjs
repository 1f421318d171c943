import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cached } from './cache.mjs';
import { environmentPython } from './project.mjs';
import { lastWords, runCommand } from './runCommand.mjs';
import { SetupError } from './SetupError.mjs';
import { fileHash, filesIn } from './sha256.mjs';

/**
 * What pip fetches, so its mirrors, proxies and certificates count; it takes nothing whose SHA-256 is not named.
 * @typedef {object} Wanted
 * @property {string} name in the cache
 * @property {string} label what a person reads
 * @property {string} requirements with hashes
 * @property {number} megabytes
 */

/** Wheels. @param {Wanted} wanted @returns {import('./cache.mjs').Download} */
export const wheels = (wanted) => ({ ...wanted, make: (folder) => pip(wanted, folder, ['download', '-d', folder]) });

/**
 * Parts of one package, unpacked, whatever Python runs here: nothing of it is installed.
 * @param {Wanted & { platform?: string, peak: number, parts: readonly string[] }} wanted `parts` are files and folders of the package
 * @returns {import('./cache.mjs').Download}
 */
export function partsOfWheel({ platform = 'any', parts, ...wanted }) {
  const foreign = ['--platform', platform, '--python-version', '3.11', '--implementation', 'cp', '--abi', 'cp311'];
  const make = async (/** @type {string} */ folder) => {
    const whole = path.join(folder, 'whole');
    await pip(wanted, folder, ['install', '--no-compile', '--target', whole, ...foreign]);
    for (const part of parts) {
      await mkdir(path.dirname(path.join(folder, part)), { recursive: true });
      await rename(path.join(whole, part), path.join(folder, part));
    }
    await rm(whole, { recursive: true });
  };
  return { ...wanted, make };
}

/**
 * The folder of a download whose files have the right contents.
 * @param {import('./cache.mjs').Download} download
 * @param {Record<string, string>} hashes SHA-256 by path in the folder
 */
export async function checked(download, hashes) {
  const folder = await cached(download);
  for (const [name, hash] of Object.entries(hashes))
    if ((await fileHash(path.join(folder, name))) !== hash)
      throw new SetupError(
        `${path.join(folder, name)} has a wrong SHA-256: delete ${folder} and run the command again.`,
      );
  return folder;
}

/** @param {Wanted} wanted @param {string} folder @param {readonly string[]} command */
async function pip({ label, requirements, megabytes }, folder, command) {
  const list = path.join(folder, 'requirements.txt');
  await writeFile(list, requirements);
  const safely = ['--no-cache-dir', '--no-deps', '--only-binary=:all:', '--require-hashes', '--progress-bar=off'];
  await runCommand(environmentPython, ['-m', 'pip', ...command, ...safely, '-r', list], {
    // temporary files too: one disk, and one folder to measure
    env: { TMPDIR: folder, PIP_USER: '0' },
    progress: {
      label: `${label}: fetching ${Math.round(megabytes)} MB`,
      share: async () => (await megabytesOf(folder)) / megabytes,
    },
    failure: (output) => `${label}: ${whyNot(output)}`,
  });
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

/** Files may vanish while it looks. @param {string} folder */
async function megabytesOf(folder) {
  let bytes = 0;
  for (const name of await filesIn(folder))
    bytes += (await stat(path.join(folder, name)).catch(() => undefined))?.size ?? 0;
  return bytes / 1e6;
}
