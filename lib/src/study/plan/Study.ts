import type { VariantName } from '../../explainers/image/options/Method';
import { type MethodOptions } from '../../explainers/image/options/MethodOptions';

/** A setting under which a study compares initialisers: a variant, and what is changed of it. */
export interface Condition extends Partial<MethodOptions> {
  readonly variant?: VariantName;
}

/** A study is data: every subject by every method from every initialiser under every condition with every seed. */
export interface Study {
  /** Of all subjects: `photograph` where it is left out. */
  readonly kind?: string;
  /** Paths. */
  readonly subjects: readonly string[];
  /** A name that `loadClassifier` knows, or the path of a module that makes one. */
  readonly classifier: string;
  /** Names, or paths of modules that make one with `defineMethod`. */
  readonly methods: readonly string[];
  /** Names, or paths of modules that make one. */
  readonly initializers: readonly string[];
  readonly conditions: readonly Condition[];
  readonly seeds: readonly number[];
  /** T */
  readonly iterations: number;
  /** Noise samples per iteration. */
  readonly samples: number;
  /** After how many updates faithfulness is evaluated, and pictures of what is kept and of the mask are stored. */
  readonly faithfulness?: readonly number[];
  readonly pictures?: readonly number[];
  readonly masks?: readonly number[];
}

/** Its keys, for `knownKeys`. */
export const studyKeys = [
  'kind',
  'subjects',
  'classifier',
  'methods',
  'initializers',
  'conditions',
  'seeds',
  'iterations',
  'samples',
  'faithfulness',
  'pictures',
  'masks',
] as const satisfies readonly (keyof Study)[];
