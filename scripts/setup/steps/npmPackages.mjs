import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cached, sizeOf } from '../cache.mjs';
import { inProject, inState, root } from '../project.mjs';
import { lastWords, runCommand } from '../runCommand.mjs';
import { fileHash, filesIn, hashList } from '../sha256.mjs';

const manifests = ['package.json', 'package-lock.json', path.join('lib', 'package.json')];

/** npm's own cache, one for each lock file and kind of machine. @returns {Promise<import('../cache.mjs').Download>} */
async function download() {
  const lock = await fileHash(inProject('package-lock.json'));
  return { name: `npm-${lock?.slice(0, 16)}-${process.platform}-${process.arch}`, megabytes: 260, make: install };
}

/** Installs what package-lock.json names; packages run no scripts of their own. */
/** @type {import('../runSteps.mjs').Step} */
export const npmPackages = {
  id: 'npm',
  name: 'npm packages',
  seconds: 20,
  // at its peak, with a copy of npm's cache
  size: async () => ({ ...sizeOf(await download()), clone: 900 }),
  inputs: async () => [process.platform, process.arch, await hashList(root, manifests)],
  // npm writes this file last
  present: async () => existsSync(inProject('node_modules', '.package-lock.json')),
  run: async () => {
    let installed = false;
    const make = async (/** @type {string} */ folder) => {
      await install(folder);
      installed = true;
    };
    const folder = await cached({ ...(await download()), make });
    if (!installed) await installFromCopy(folder);
  },
};

/** npm writes to its cache even where it only reads, so it gets a copy, without the permissions of a shared one. @param {string} cache */
async function installFromCopy(cache) {
  const copy = inState('npm-cache');
  try {
    for (const file of await filesIn(cache)) {
      await mkdir(path.dirname(path.join(copy, file)), { recursive: true });
      await writeFile(path.join(copy, file), await readFile(path.join(cache, file)));
    }
    await install(copy);
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

/** npm checks what it installs against the lock file's hashes, wherever it comes from. @param {string} cache */
async function install(cache) {
  const npm = process.env.npm_execpath ?? '';
  const [command, ...first] = /npm-cli\.js$/.test(npm) ? [process.execPath, npm] : ['npm'];
  const patience = ['--logs-max=0', '--fetch-retry-mintimeout=2000', '--fetch-retry-maxtimeout=10000'];
  await runCommand(command, [...first, 'ci', '--ignore-scripts', '--prefer-offline', ...patience, '--cache', cache], {
    progress: { label: 'npm packages', seconds: 20 },
    failure: (output) => {
      const reasons = output.match(/^npm (error|ERR!) (code|.*reason:).*$/gm)?.slice(0, 2) ?? [lastWords(output)];
      return (
        `npm packages: the installation failed.\n${reasons.join('\n')}\n` +
        'Check the network, the proxy (HTTPS_PROXY) and the registry (npm config get registry), and run the command again.'
      );
    },
  });
}
