import path from 'node:path';
import { fileHash } from '../files/fileHash';
import { projectPath } from '../project';
import { readSafetensors } from '../files/tensors/safetensors';
import { readTorchCheckpoint } from '../files/tensors/torchCheckpoint';
import { byName } from '../validation/byName';
import type { Classifier } from './Classifier';
import { efficientNetLite } from './efficientNetLite';
import { resNet18 } from './resNet';

interface ClassifierLoader {
  readonly name: string;
  /** The file of its weights, and how it comes there. */
  readonly weights: string;
  readonly hint: string;
  readonly load: (weights: string) => Promise<Classifier>;
}

/** The classifiers that `loadClassifier` knows. */
export const classifierLoaders: readonly ClassifierLoader[] = [
  {
    name: 'efficientnet-lite0',
    weights: 'efficientnet-lite0.safetensors',
    hint: 'run `npm run setup` first',
    load: async (file) => efficientNetLite((await readSafetensors(file)).tensors),
  },
  {
    name: 'resnet18',
    weights: 'resnet18-f37072fd.pth',
    hint: "put torchvision's ResNet18 weights (IMAGENET1K_V1) there",
    load: async (file) => resNet18(await readTorchCheckpoint(file)),
  },
];

const modelsFolder = projectPath('data', 'models');

/**
 * Loads a classifier by its name.
 *
 * @param folder where its weights lie (default: the project's `data/models`)
 * @throws RangeError if no classifier has that name; Error if its weights are missing or damaged
 * @example
 * (await loadClassifier('efficientnet-lite0')).inputShape // => [224, 224, 3]
 */
export async function loadClassifier(name: string, folder = modelsFolder): Promise<Classifier> {
  const { weights, hint, load } = byName('classifier', classifierLoaders, name);
  return load(path.join(folder, weights)).catch(explainMissing(hint));
}

/**
 * The SHA-256 of a classifier's weights, which tells results of different weights apart.
 *
 * @throws as `loadClassifier`
 */
export async function weightsHash(name: string, folder = modelsFolder): Promise<string> {
  const { weights, hint } = byName('classifier', classifierLoaders, name);
  return fileHash(path.join(folder, weights)).catch(explainMissing(hint));
}

function explainMissing(hint: string): (cause: unknown) => never {
  return (cause) => {
    const { code, path: file } = cause as NodeJS.ErrnoException;
    throw code === 'ENOENT' ? new Error(`${String(file)} is missing: ${hint}`, { cause }) : cause;
  };
}
