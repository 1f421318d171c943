import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { inProject, root } from '../project.mjs';
import { runCommand } from '../runCommand.mjs';
import { hashList } from '../sha256.mjs';

const sources = ['tsconfig.json', ...['tsconfig.json', 'package.json', 'src'].map((name) => path.join('lib', name))];
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
  inputs: () => hashList(root, sources),
  present: async () => existsSync(inProject('lib', 'dist', 'tensorflow', 'nodeHelpers.js')),
  run: async () => {
    await rm(inProject('lib', 'dist'), { recursive: true, force: true });
    await runCommand(process.execPath, [compiler, '--build', inProject('lib')], {
      progress: { label: 'library', seconds: 8 },
      failure: (output) => `lib/src does not compile.\n${output.trim()}`,
    });
  },
};
