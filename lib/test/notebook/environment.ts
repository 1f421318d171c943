import path from 'node:path';
import { projectPath } from '../../src/project';

/** A program of the project's own Python environment. */
export const venvProgram = (name: string): string => projectPath('.venv', 'bin', name);

/** The environment of a notebook: the project's kernel is found, and studies are small. */
export const notebookEnvironment: NodeJS.ProcessEnv = {
  ...process.env,
  PATH: [projectPath('.venv', 'bin'), process.env.PATH].join(path.delimiter),
  // before a kernel of the same name in the home folder
  JUPYTER_PREFER_ENV_PATH: '1',
  STARTGRAD_PROFILE: 'smoke',
};
