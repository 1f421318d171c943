import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dropFromCache, isCached } from '../cache.mjs';
import { byClock, withProgress } from '../progress.mjs';
import { environmentPython, inProject, root } from '../project.mjs';
import { findPython } from '../python.mjs';
import { CommandError, runCommand } from '../runCommand.mjs';
import { SetupError } from '../SetupError.mjs';
import { textHash } from '../sha256.mjs';
import { fetchWheels } from '../wheels.mjs';

const requirementsFile = inProject('scripts', 'setup', 'requirements.txt');
const requirements = () => readFileSync(requirementsFile, 'utf8');
const cacheName = () => `python-${textHash(requirements()).slice(0, 16)}-${findPython().tag}`;
const megabytes = 57;

/** The project's own Python environment: JupyterLab, Plotly's renderer for it, and nbclient, which runs notebooks. */
/** @type {import('../runSteps.mjs').Step} */
export const pythonEnvironment = {
  id: 'python',
  name: 'Python environment',
  seconds: 30,
  size: async () => ({
    ...(isCached(cacheName()) ? { fetch: 0, cache: 0 } : { fetch: megabytes, cache: megabytes }),
    clone: 300,
  }),
  // its scripts name the project's folder, so a moved clone needs a new one
  inputs: async () => [root, textHash(requirements())],
  present: async () => existsSync(environmentPython),
  run: async () => {
    const python = findPython();
    await rm(inProject('.venv'), { recursive: true, force: true });
    await withProgress('Python environment', byClock(5), () =>
      runCommand(python.executable, ['-m', 'venv', inProject('.venv')]).catch((error) => {
        throw error instanceof CommandError
          ? new SetupError(`${python.executable} could not make an environment.\n${error.message}`)
          : error;
      }),
    );
    const label = 'Python packages';
    const wheels = await fetchWheels({ name: cacheName(), label, requirements: requirements(), megabytes });
    await withProgress(`${label}: installing`, byClock(25), () => install(wheels));
  },
};

/** @param {string} wheels */
async function install(wheels) {
  const offline = ['--no-index', '--find-links', wheels, '--no-deps', '--require-hashes', '--no-cache-dir'];
  try {
    // an empty PIP_FIND_LINKS: nothing but the cache
    await runCommand(environmentPython, ['-m', 'pip', 'install', ...offline, '-r', requirementsFile], {
      env: { PIP_FIND_LINKS: '' },
    });
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    await dropFromCache(cacheName());
    throw new SetupError(
      `Python packages: the installation failed.\n${error.message}\nRun the command again: it fetches them anew.`,
    );
  }
}
