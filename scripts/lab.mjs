// npm run lab -- [arguments of JupyterLab]
import path from 'node:path';
import { runForeground } from './runForeground.mjs';
import { environmentPython, inProject, root } from './setup/project.mjs';
import { setUp } from './setup/setUp.mjs';

await setUp();
const commands = [inProject('.venv', 'bin'), inProject('node_modules', '.bin'), process.env.PATH].join(path.delimiter);
await runForeground(
  environmentPython,
  [
    '-m',
    'jupyterlab',
    `--ServerApp.root_dir=${root}`,
    '--LabApp.default_url=/lab/tree/notebooks',
    ...process.argv.slice(2),
  ],
  // the project's own kernel before one of the same name in the home folder
  { ...process.env, PATH: commands, JUPYTER_PREFER_ENV_PATH: '1' },
);
