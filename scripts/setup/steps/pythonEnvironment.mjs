import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { cached, sizeOf } from '../cache.mjs';
import { environmentPython, inProject, root } from '../project.mjs';
import { findPython } from '../python.mjs';
import { runCommand } from '../runCommand.mjs';
import { textHash } from '../sha256.mjs';
import { wheels } from '../wheels.mjs';

const requirementsFile = inProject('scripts', 'setup', 'requirements.txt');

function download() {
  const requirements = readFileSync(requirementsFile, 'utf8');
  const name = `python-${textHash(requirements).slice(0, 16)}-${findPython().tag}`;
  return wheels({ name, label: 'Python packages', requirements, megabytes: 57 });
}

/** The project's own Python environment: JupyterLab, Plotly's renderer for it, and nbclient, which runs notebooks. */
/** @type {import('../runSteps.mjs').Step} */
export const pythonEnvironment = {
  id: 'python',
  name: 'Python environment',
  seconds: 30,
  size: async () => ({ ...sizeOf(download()), clone: 300 }),
  // its scripts name the project's folder, so a moved clone needs a new one
  inputs: async () => [root, textHash(readFileSync(requirementsFile, 'utf8'))],
  present: async () => existsSync(environmentPython),
  run: async () => {
    const { executable } = findPython();
    const folder = inProject('.venv');
    await rm(folder, { recursive: true, force: true });
    await runCommand(executable, ['-m', 'venv', folder], {
      progress: { label: 'Python environment', seconds: 5 },
      failure: `${executable} could not make an environment.`,
    });
    const found = ['--no-index', '--find-links', await cached(download()), '--no-cache-dir'];
    const pip = ['-m', 'pip', 'install', ...found, '--no-deps', '--require-hashes', '-r', requirementsFile];
    await runCommand(environmentPython, pip, {
      // nothing but the cache
      env: { PIP_FIND_LINKS: '', PIP_USER: '0' },
      progress: { label: 'Python packages: installing', seconds: 25 },
      failure: 'Python packages: the installation failed.',
    });
  },
};
