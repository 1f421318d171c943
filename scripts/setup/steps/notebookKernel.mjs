import { existsSync } from 'node:fs';
import { inProject } from '../project.mjs';
import { writeAtomically } from '../writeAtomically.mjs';

const shared = (/** @type {string[]} */ ...parts) => inProject('.venv', 'share', 'jupyter', ...parts);
const kernelFile = shared('kernels', 'tslab', 'kernel.json');
const settingsFile = shared('lab', 'settings', 'overrides.json');

// the helpers that Node 23 removed are defined before anything else, so that a notebook may import in any order
const kernel = {
  argv: [
    process.execPath,
    '--require',
    inProject('lib', 'dist', 'tensorflow', 'nodeHelpers.js'),
    inProject('node_modules', 'tslab', 'bin', 'tslab'),
    'kernel',
    '--config-path',
    '{connection_file}',
  ],
  display_name: 'TypeScript',
  language: 'typescript',
  // TensorFlow's remarks about the processor
  env: { TF_CPP_MIN_LOG_LEVEL: '2' },
};

// no pop-up about news, no questions to a server about updates
const settings = { '@jupyterlab/apputils-extension:notification': { fetchNews: 'false', checkForUpdates: false } };

/** The TypeScript kernel of the notebooks, in the project's environment only. */
/** @type {import('../runSteps.mjs').Step} */
export const notebookKernel = {
  id: 'kernel',
  name: 'notebook kernel',
  needs: ['python'],
  seconds: 1,
  size: async () => ({ fetch: 0, cache: 0, clone: 0 }),
  // both name absolute paths: due again when the clone has moved or Node has changed
  inputs: async () => [kernel, settings],
  present: async () => existsSync(kernelFile) && existsSync(settingsFile),
  run: async () => {
    await writeAtomically(kernelFile, `${JSON.stringify(kernel, null, 2)}\n`);
    await writeAtomically(settingsFile, `${JSON.stringify(settings, null, 2)}\n`);
  },
};
