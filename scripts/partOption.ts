import { methods } from '../lib/src/explainers/image/methods';
import { initializers } from '../lib/src/initializers/initializers';
import { classifierLoaders } from '../lib/src/models/loadClassifier';
import { isModule } from '../lib/src/modules/broughtModule';
import { byName } from '../lib/src/validation/byName';

/** What a person may bring instead of naming one of the library's. */
export const parts = { classifier: classifierLoaders, method: methods, init: initializers } as const;

/**
 * The name of a part, or the path of a module that makes one.
 *
 * @throws RangeError that lists the names, where it is neither
 */
export const partOption = (option: keyof typeof parts, value: string): string =>
  isModule(value) ? value : byName<{ readonly name: string }>(`--${option}`, parts[option], value).name;
