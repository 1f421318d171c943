import { createHash } from 'node:crypto';
import { isPlainObject, sortBy, toPairs } from 'lodash';
import type { VariantName } from '../../explainers/image/options/Method';
import type { Source } from '../../modules/Source';
import type { Subject } from '../subjects/Subject';
import { type MethodOptions } from '../../explainers/image/options/MethodOptions';

/** Everything that determines the result of one run, and nothing else: plain JSON, which its key is made of. */
export interface Run {
  /** Of the library's arithmetic: results of another one are never mistaken for this one's. */
  readonly revision: number;
  /** Versions of what computes, and of what decodes and scales a photograph. */
  readonly tensorflow: string;
  readonly sharp: string;
  readonly subject: Subject;
  readonly classifier: Source;
  readonly method: Source;
  readonly variant: VariantName;
  /** Only what differs from the variant's preset: an option that is new and neutral renames no run. */
  readonly options: Partial<MethodOptions>;
  readonly initializer: Source;
  /** T, the number of updates. */
  readonly iterations: number;
  /** Noise samples per iteration. */
  readonly samples: number;
  readonly seed: number;
  /** After how many updates faithfulness is evaluated. */
  readonly faithfulness: readonly number[];
  /** After how many updates a picture of what the mask keeps is stored. */
  readonly pictures: readonly number[];
  /** After how many updates a picture of the mask itself is stored. */
  readonly masks: readonly number[];
}

/**
 * The run's name: what a person looks for first, then 64 bits of the hash of everything.
 *
 * @example
 * runName(run) // 'chelsea-pixelmask-startgrad-50cc3194d0699d14'
 */
export function runName(run: Run): string {
  const hash = createHash('sha256')
    .update(JSON.stringify(sorted(run)))
    .digest('hex')
    .slice(0, 16);
  const words = [run.subject, run.method, run.initializer].map(({ name }) =>
    name.replace(/\.[^.]*$/, '').replace(/[^\w-]+/g, '_'),
  );
  return [...words, hash].join('-');
}

/** The same with the keys of all objects in order: how they are written does not count. */
function sorted(value: unknown): unknown {
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(sortBy(toPairs(value as object), 0).map(([key, part]) => [key, sorted(part)]));
}
