import { mapValues } from 'lodash';
import type { ExplanationFacts } from '../../lib/src/explainers/image/Explanation';
import type { IterationRecord } from '../../lib/src/explainers/image/IterationRecord';

/** Names of the arrays in the JSON file; one entry per row of the history. */
const arrays = {
  cp_pixel: 'cpPixel',
  cp_l1: 'cpL1',
  retained_probability: 'retainedProbability',
  retained_l1: 'retainedL1',
  retained_pixel: 'retainedPixel',
  distortion: 'distortion',
  sparsity: 'sparsity',
  spatial: 'spatial',
  loss: 'loss',
} as const satisfies Record<string, keyof IterationRecord>;

/** What the JSON file of an explanation says; entry t of every array belongs to the mask before update t. */
export function resultNumbers({ history, ...facts }: ExplanationFacts, more: Record<string, unknown>): object {
  const { label, target, initializer, ...rest } = facts;
  return {
    ...more,
    class: label,
    class_index: target,
    init: initializer,
    ...rest,
    iterations: history.length,
    ...mapValues(arrays, (name) => history.map((record) => record[name])),
    undefined_cp: history
      .filter((record) => record.undefinedCp)
      .map((r) => ({ row: r.iteration, reason: r.undefinedCp })),
  };
}
