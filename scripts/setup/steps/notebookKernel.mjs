import { existsSync } from 'node:fs';
import { inProject } from '../project.mjs';
import { writeAtomically } from '../writeAtomically.mjs';

const shared = (/** @type {string[]} */ ...parts) => inProject('.venv', 'share', 'jupyter', ...parts);

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
  // hides TensorFlow's remarks about the processor
  env: { TF_CPP_MIN_LOG_LEVEL: '2' },
};

// no pop-up about news, no questions to a server about updates
const settings = { '@jupyterlab/apputils-extension:notification': { fetchNews: 'false', checkForUpdates: false } };

const files = Object.entries({
  [shared('kernels', 'tslab', 'kernel.json')]: kernel,
  [shared('lab', 'settings', 'overrides.json')]: settings,
});

/** The TypeScript kernel of the notebooks, in the project's environment only. */
/** @type {import('../runSteps.mjs').Step} */
export const notebookKernel = {
  id: 'kernel',
  name: 'notebook kernel',
  needs: ['python'],
  seconds: 1,
  size: async () => ({ fetch: 0, cache: 0, clone: 0 }),
  // absolute paths: due again when the clone has moved or Node has changed
  inputs: async () => files,
  present: async () => files.every(([file]) => existsSync(file)),
  run: async () => {
    for (const [file, content] of files) await writeAtomically(file, `${JSON.stringify(content, null, 2)}\n`);
  },
};
