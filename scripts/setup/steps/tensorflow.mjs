import { existsSync } from 'node:fs';
import { sizeOf } from '../cache.mjs';
import { findCompiler, howToInstall } from '../tensorflow/compiler.mjs';
import { downloadUpstream } from '../tensorflow/upstream.mjs';
import { assertWorks } from '../tensorflow/assertWorks.mjs';
import { addon, buildAddon } from '../tensorflow/buildAddon.mjs';
import { librariesOf, placeLibraries, placedLibraries } from '../tensorflow/libraries.mjs';
import { wheelFor } from '../tensorflow/wheel.mjs';
import { SetupError } from '../SetupError.mjs';

const choices = ['wheel', 'upstream'];

/** What `STARTGRAD_TENSORFLOW` forces, if anything. */
function forced() {
  const choice = process.env.STARTGRAD_TENSORFLOW || undefined;
  if (choice === undefined || choices.includes(choice)) return choice;
  throw new SetupError(`STARTGRAD_TENSORFLOW must be one of ${choices.join(', ')}, got ${JSON.stringify(choice)}.`);
}

/** Native TensorFlow for tfjs-node: its addon, compiled against the library in PyPI's wheel, or the build that its makers offer. */
/** @type {import('../runSteps.mjs').Step} */
export const tensorflow = {
  id: 'tensorflow',
  name: 'TensorFlow',
  needs: ['npm'],
  seconds: 40,
  size: async () => {
    const wheel = wheelFor();
    if (!wheel || forced() === 'upstream') return { fetch: 150, cache: 0, clone: 500 };
    return { ...sizeOf(librariesOf(wheel)), clone: 1 };
  },
  inputs: async () => [process.platform, process.arch, wheelFor()?.requirements],
  present: async (source) => {
    const choice = forced();
    if (choice !== undefined && choice !== source) return false;
    return existsSync(addon) && (source === 'upstream' || placedLibraries().length > 0);
  },
  run: async () => {
    const choice = forced();
    const wheel = wheelFor();
    const compiler = findCompiler();
    if (choice === 'wheel' && !wheel)
      throw new SetupError(`STARTGRAD_TENSORFLOW=wheel: there is no wheel for ${process.platform} ${process.arch}.`);
    if (choice === 'wheel' && !compiler)
      throw new SetupError(`STARTGRAD_TENSORFLOW=wheel: no C++ compiler was found. ${howToInstall}`);
    const source = choice !== 'upstream' && wheel && compiler ? 'wheel' : 'upstream';
    if (source === 'wheel' && wheel && compiler) await buildAddon(compiler, await placeLibraries(wheel));
    else await downloadUpstream({ choice, compiler, wheel });
    await assertWorks();
    return source;
  },
};
