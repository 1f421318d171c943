import { mkdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { byClock, withProgress } from '../progress.mjs';
import { inProject } from '../project.mjs';
import { CommandError, logFile, runCommand } from '../runCommand.mjs';
import { SetupError } from '../SetupError.mjs';
import { placedLibraries } from './libraries.mjs';
import { addon, librariesFolder, tfjsNode } from './places.mjs';

/**
 * Compiles tfjs-node's own sources against TensorFlow's C API and Node's stable one (Node-API 8: any Node from 20 loads it).
 * @param {string} compiler
 * @param {string} headers of TensorFlow
 */
export async function buildAddon(compiler, headers) {
  const temporary = `${addon}.tmp`;
  const mac = process.platform === 'darwin';
  // found relative to the addon itself, so the clone may move
  const runPath = `${mac ? '@loader_path' : '$ORIGIN'}/${path.relative(path.dirname(addon), librariesFolder)}`;
  const options = [
    ...['-std=c++17', '-O2', '-fPIC', ...(mac ? ['-bundle', '-undefined', 'dynamic_lookup'] : ['-shared'])],
    ...['-DNAPI_VERSION=8', `-I${headers}`, `-I${inProject('node_modules', 'node-api-headers', 'include')}`],
    ...['tfjs_backend.cc', 'tfjs_binding.cc'].map((name) => path.join(tfjsNode, 'binding', name)),
    ...[...placedLibraries(), `-Wl,-rpath,${runPath}`, '-o', temporary],
  ];
  await mkdir(path.dirname(addon), { recursive: true });
  try {
    await withProgress('TensorFlow: compiling', byClock(10), () => runCommand(compiler, options));
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    throw new SetupError(
      `${compiler} could not compile tfjs-node's addon.\n${error.message}\nThe log is ${logFile}. ` +
        'A compiler for C++17 is needed (g++ 8, clang 7 or newer; CXX names another); or try STARTGRAD_TENSORFLOW=upstream.',
    );
  }
  await rename(temporary, addon);
}
