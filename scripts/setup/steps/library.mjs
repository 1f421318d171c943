import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { byClock, withProgress } from '../progress.mjs';
import { inProject, root } from '../project.mjs';
import { CommandError, runCommand } from '../runCommand.mjs';
import { SetupError } from '../SetupError.mjs';
import { treeHash } from '../sha256.mjs';

const sources = [
  'tsconfig.json',
  path.join('lib', 'tsconfig.json'),
  path.join('lib', 'package.json'),
  path.join('lib', 'src'),
];
// by its path: the command `tsc` in node_modules/.bin is the older TypeScript that tslab brings
const compiler = inProject('node_modules', 'typescript', 'bin', 'tsc');

/** Compiles lib/src to lib/dist, which notebooks import as `startgrad`. */
/** @type {import('../runSteps.mjs').Step} */
export const library = {
  id: 'library',
  name: 'library',
  needs: ['npm'],
  seconds: 8,
  size: async () => ({ fetch: 0, cache: 0, clone: 2 }),
  inputs: () => treeHash(root, sources),
  present: async () => existsSync(inProject('lib', 'dist', 'tensorflow', 'nodeHelpers.js')),
  run: () => withProgress('library', byClock(8), compile),
};

async function compile() {
  await rm(inProject('lib', 'dist'), { recursive: true, force: true });
  try {
    await runCommand(process.execPath, [compiler, '--build', inProject('lib')]);
  } catch (error) {
    throw error instanceof CommandError ? new SetupError(`lib/src does not compile.\n${error.output.trim()}`) : error;
  }
}
