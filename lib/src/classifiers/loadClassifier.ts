import { byName } from '../validation/byName';
import type { Classifier } from './Classifier';
import { loadEfficientNetLite } from './efficientNetLite';

interface ClassifierLoader {
  readonly name: string;
  readonly load: (folder?: string) => Promise<Classifier>;
}

/** The classifiers that `loadClassifier` knows. */
export const classifierLoaders: readonly ClassifierLoader[] = [
  { name: 'efficientnet-lite0', load: loadEfficientNetLite },
];

/**
 * Loads a classifier by its name.
 *
 * @param folder where its weights lie (default: the project's `data/models`)
 * @throws RangeError if no classifier has that name; Error if its weights are missing or damaged
 * @example
 * (await loadClassifier('efficientnet-lite0')).inputShape // => [224, 224, 3]
 */
export async function loadClassifier(name: string, folder?: string): Promise<Classifier> {
  const { load } = byName('classifier', classifierLoaders, name);
  try {
    return await load(folder);
  } catch (cause) {
    const { code, path } = cause as NodeJS.ErrnoException;
    throw code === 'ENOENT' ? new Error(`${String(path)} is missing: run \`npm run setup\` first`, { cause }) : cause;
  }
}
