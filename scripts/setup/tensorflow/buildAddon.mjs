import { mkdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { inProject } from '../project.mjs';
import { lastWords, logFile, runCommand } from '../runCommand.mjs';
import { librariesFolder, placedLibraries } from './libraries.mjs';

/** The npm package whose addon is built. */
export const tfjsNode = inProject('node_modules', '@tensorflow', 'tfjs-node');

/** The addon, where tfjs-node looks for it. */
export const addon = path.join(tfjsNode, 'lib', 'napi-v8', 'tfjs_binding.node');

/**
 * Compiles tfjs-node's own sources against TensorFlow's C API and Node's stable one (Node-API 8: any Node from 20 on loads it).
 * @param {string} compiler
 * @param {string} headers of TensorFlow
 */
export async function buildAddon(compiler, headers) {
  const temporary = `${addon}.tmp`;
  const mac = process.platform === 'darwin';
  // relative to the addon itself, so that the clone may move
  const runPath = `${mac ? '@loader_path' : '$ORIGIN'}/${path.relative(path.dirname(addon), librariesFolder)}`;
  const options = [
    ...['-std=c++17', '-O2', '-fPIC', ...(mac ? ['-bundle', '-undefined', 'dynamic_lookup'] : ['-shared'])],
    ...['-DNAPI_VERSION=8', `-I${headers}`, `-I${inProject('node_modules', 'node-api-headers', 'include')}`],
    ...['tfjs_backend.cc', 'tfjs_binding.cc'].map((name) => path.join(tfjsNode, 'binding', name)),
    ...[...placedLibraries(), `-Wl,-rpath,${runPath}`, '-o', temporary],
  ];
  await mkdir(path.dirname(addon), { recursive: true });
  await runCommand(compiler, options, {
    progress: { label: 'TensorFlow: compiling', seconds: 10 },
    failure: (output) =>
      `${compiler} could not compile tfjs-node's addon.\n${lastWords(output)}\nThe log is ${logFile}. ` +
      'A compiler for C++17 is needed (g++ 8, clang 7 or newer; CXX names another); or try STARTGRAD_TENSORFLOW=upstream.',
  });
  await rename(temporary, addon);
}
