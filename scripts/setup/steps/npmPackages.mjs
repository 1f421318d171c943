import { existsSync } from 'node:fs';
import { cp, mkdir, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { cached, dropFromCache, isCached } from '../cache.mjs';
import { byClock, withProgress } from '../progress.mjs';
import { inProject, inState, root } from '../project.mjs';
import { CommandError, runCommand } from '../runCommand.mjs';
import { SetupError } from '../SetupError.mjs';
import { treeHash } from '../sha256.mjs';

const manifests = ['package.json', 'package-lock.json', path.join('lib', 'package.json')];

const cacheName = async () =>
  `npm-${(await treeHash(root, ['package-lock.json'])).slice(0, 16)}-${process.platform}-${process.arch}`;

/** Installs what package-lock.json names; packages run no scripts of their own. */
/** @type {import('../runSteps.mjs').Step} */
export const npmPackages = {
  id: 'npm',
  name: 'npm packages',
  seconds: 20,
  size: async () => ({
    ...(isCached(await cacheName()) ? { fetch: 0, cache: 0 } : { fetch: 260, cache: 260 }),
    clone: 640,
  }),
  inputs: async () => [process.platform, process.arch, await treeHash(root, manifests)],
  // npm writes this file last
  present: async () => existsSync(inProject('node_modules', '.package-lock.json')),
  run: () => withProgress('npm packages', byClock(20), install),
};

async function install() {
  const name = await cacheName();
  if (isCached(name) && (await installOffline(name))) return;
  await dropFromCache(name);
  let installed = false;
  const make = async (/** @type {string} */ folder) => {
    await npmInstall(folder, []).catch(reportFailure);
    installed = true;
  };
  // npm checks every package against the lock file's hashes when it uses it
  await cached(name, make, { verify: false });
  if (!installed && !(await installOffline(name))) await npmInstall(inState('npm-cache'), []).catch(reportFailure);
}

/**
 * Installs from a cache that others may own: npm writes to its index even where it only reads, so it gets a copy of that, and a
 * link to the contents.
 * @param {string} name
 * @returns {Promise<boolean>} false where the cache does not serve (damaged, or made with another registry)
 */
async function installOffline(name) {
  const sealed = await cached(name, async () => {}, { verify: false });
  const scratch = inState('npm-cache');
  try {
    await rm(scratch, { recursive: true, force: true });
    await mkdir(path.join(scratch, '_cacache'), { recursive: true });
    await cp(path.join(sealed, '_cacache', 'index-v5'), path.join(scratch, '_cacache', 'index-v5'), {
      recursive: true,
    });
    await symlink(path.join(sealed, '_cacache', 'content-v2'), path.join(scratch, '_cacache', 'content-v2'));
    await npmInstall(scratch, ['--offline']);
    return true;
  } catch (error) {
    if (error instanceof CommandError) return false;
    throw error;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

const always = ['--ignore-scripts', '--logs-max=0', '--fetch-retry-mintimeout=2000', '--fetch-retry-maxtimeout=10000'];

/** @param {string} cache @param {readonly string[]} options */
async function npmInstall(cache, options) {
  const npm = process.env.npm_execpath ?? '';
  const [command, ...first] = /npm-cli\.js$/.test(npm) ? [process.execPath, npm] : ['npm'];
  await runCommand(command, [...first, 'ci', ...always, ...options, '--cache', cache]);
}

/** @param {unknown} error @returns {never} */
function reportFailure(error) {
  if (!(error instanceof CommandError)) throw error;
  const reasons = error.output.match(/^npm (error|ERR!) (code|.*reason:).*$/gm) ?? [error.message];
  throw new SetupError(
    `npm packages: the installation failed.\n${reasons.slice(0, 2).join('\n')}\n` +
      'Check the network, the proxy (HTTPS_PROXY) and the registry (npm config get registry), and run the command again.',
  );
}
