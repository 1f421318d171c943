import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { inProject } from '../project.mjs';
import { lastWords, runCommand } from '../runCommand.mjs';
import { SetupError } from '../SetupError.mjs';
import { addon, tfjsNode } from './buildAddon.mjs';
import { howToInstall } from './compiler.mjs';

/**
 * Lets tfjs-node fetch what its makers built: the addon and libtensorflow 2.9.1, from their own host.
 * @param {{ choice?: string, compiler?: string, wheel?: object }} why
 */
export async function downloadUpstream({ choice, compiler, wheel }) {
  const missing = wheel ? 'no C++ compiler was found' : 'PyPI has no TensorFlow for this system';
  const reason = choice === 'upstream' ? 'STARTGRAD_TENSORFLOW says so' : missing;
  console.log(`  TensorFlow: taking tfjs-node's own build, because ${reason}`);
  await rm(path.join(tfjsNode, 'deps'), { recursive: true, force: true });
  await rm(addon, { force: true });
  const output = await runCommand(process.execPath, ['scripts/install.js'], {
    cwd: tfjsNode,
    env: { PATH: `${inProject('node_modules', '.bin')}${path.delimiter}${process.env.PATH}` },
    minutes: 15,
    // nor is it a sign that it got anything where it does not fail
    mayFail: true,
    progress: { label: 'TensorFlow: fetching', seconds: 60 },
  });
  if (existsSync(addon)) return;
  const withWheel = compiler ? 'Unset STARTGRAD_TENSORFLOW to use the wheel from PyPI.' : howToInstall;
  throw new SetupError(
    `TensorFlow: tfjs-node's own download failed (tried because ${reason}).\n${lastWords(output)}\n` +
      (wheel ? withWheel : 'Supported: Linux x64, Linux arm64, macOS arm64; Windows through WSL.'),
  );
}
