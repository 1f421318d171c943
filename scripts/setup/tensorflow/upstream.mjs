import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { byClock, withProgress } from '../progress.mjs';
import { inProject } from '../project.mjs';
import { CommandError, lastWords, runCommand } from '../runCommand.mjs';
import { SetupError } from '../SetupError.mjs';
import { howToInstall } from './compiler.mjs';
import { addon, tfjsNode } from './places.mjs';

/**
 * Lets tfjs-node fetch what its makers built: the addon and libtensorflow 2.9.1, from their own host.
 * @param {{ choice?: string, compiler?: string, wheel?: object }} why
 */
export async function downloadUpstream({ choice, compiler, wheel }) {
  const reason =
    choice === 'upstream'
      ? 'STARTGRAD_TENSORFLOW says so'
      : wheel
        ? 'no C++ compiler was found'
        : 'PyPI has no TensorFlow for this system';
  console.log(`  TensorFlow: taking tfjs-node's own build, because ${reason}`);
  await rm(path.join(tfjsNode, 'deps'), { recursive: true, force: true });
  await rm(addon, { force: true });
  const commands = `${inProject('node_modules', '.bin')}${path.delimiter}${process.env.PATH}`;
  let words;
  try {
    words = await withProgress('TensorFlow: fetching', byClock(60), () =>
      runCommand(process.execPath, ['scripts/install.js'], { cwd: tfjsNode, env: { PATH: commands }, minutes: 15 }),
    );
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    words = error.output;
  }
  // its script may end well without having got anything
  if (existsSync(addon)) return;
  const instead =
    wheel && !compiler
      ? howToInstall
      : wheel
        ? 'Unset STARTGRAD_TENSORFLOW to use the wheel from PyPI.'
        : 'Supported: Linux x64, Linux arm64, macOS arm64; Windows through WSL.';
  throw new SetupError(
    `TensorFlow: tfjs-node's own download failed (tried ${reason}).\n${lastWords(words)}\n${instead}`,
  );
}
