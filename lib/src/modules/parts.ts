import * as library from '../core';
import type { Method } from '../explainers/image/options/Method';
import { methods } from '../explainers/image/methods';
import type { Initializer } from '../initializers/Initializer';
import { initializers } from '../initializers/initializers';
import type { Classifier } from '../models/Classifier';
import { loadClassifier } from '../models/loadClassifier';
import { byName } from '../validation/byName';
import { isModule, loadModule, wantedClassifier, wantedInitializer, wantedMethod } from './broughtModule';

/**
 * A classifier by its name, or of a person's module.
 *
 * @throws RangeError where there is no such name; Error where the weights or the module do not load
 */
export const classifierOf = (name: string): Promise<Classifier> =>
  isModule(name) ? loadModule(name, wantedClassifier, library) : loadClassifier(name);

/** A method by its name, or what a person's module makes with `defineMethod`; throws as `classifierOf`. */
export const methodOf = async (name: string): Promise<Method> =>
  isModule(name) ? loadModule(name, wantedMethod, library) : byName('method', methods, name);

/** An initialiser by its name, or of a person's module; throws as `classifierOf`. */
export const initializerOf = async (name: string): Promise<Initializer> =>
  isModule(name) ? loadModule(name, wantedInitializer, library) : byName('initializer', initializers, name);
