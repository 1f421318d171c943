import type { MethodOptions } from '../../explainers/image/options/MethodOptions';

/** One of those that are compared: a method from an initialiser, and what is changed of its variant. */
export interface Contender {
  readonly method: string;
  readonly initializer: string;
  readonly changes?: Partial<MethodOptions>;
}
