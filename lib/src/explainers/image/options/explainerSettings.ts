import { checkFit } from '../../../initializers/checkFit';
import type { Initializer } from '../../../initializers/Initializer';
import { initializers } from '../../../initializers/initializers';
import type { Classifier } from '../../../models/Classifier';
import { adam, type Adam } from '../../../optimizers/adam';
import { byName } from '../../../validation/byName';
import { knownKeys } from '../../../validation/knownKeys';
import { positiveInteger } from '../../../validation/positiveInteger';
import { checkOptions } from './checkOptions';
import type { ExplainerOptions } from './ExplainerOptions';
import { variants, type Method, type VariantName } from './Method';
import type { MethodOptions } from './MethodOptions';

/** How an explainer works: its options, with what was left out filled in. */
export interface ExplainerSettings {
  readonly initializer: Initializer;
  readonly iterations: number;
  readonly samples: number;
  readonly variant: VariantName;
  readonly options: MethodOptions;
  readonly adam: Adam;
}

const own = ['init', 'iterations', 'samples', 'variant', 'optimizer'];

/** @throws RangeError where an option is unknown or not allowed, or the initialiser does not fit the method or the classifier */
export function explainerSettings(classifier: Classifier, method: Method, given: ExplainerOptions): ExplainerSettings {
  knownKeys('options', given, [...own, ...Object.keys(method.variants.paper)]);
  const { init = 'startgrad', iterations = 300, samples = 16, variant: name = 'paper', optimizer, ...changes } = given;
  const initializer = typeof init === 'string' ? byName('init', initializers, init) : init;
  if (typeof (initializer as Initializer | null)?.initialise !== 'function')
    throw new RangeError(`init must be a name or have a function initialise, got ${JSON.stringify(init)}`);
  const variant = byName('variant', variants, name).name;
  positiveInteger('iterations', iterations);
  positiveInteger('samples', samples);
  const options = checkOptions(method.variants[variant], changes);
  checkFit(initializer, { method: method.name, options }, classifier);
  return { initializer, iterations, samples, variant, options, adam: adam(optimizer) };
}
