import { partition, uniq } from 'lodash';
import { methods } from '../../explainers/image/methods';
import { belongs } from './alignRuns';
import type { FinishedRun } from '../../study/store/RunResult';

/**
 * The methods that have runs from every initialiser, with the options of their variant unchanged, and those that have from some only.
 *
 * @throws RangeError if no method has runs from all
 */
export function completeMethods(
  runs: readonly FinishedRun[],
  initializers: readonly string[],
): { complete: string[]; incomplete: string[] } {
  const has = (method: string) => (initializer: string) =>
    runs.some(({ run }) => belongs(run, { method, initializer }));
  // the library's own in their order, then those that a person brought
  const names = uniq([...methods.map(({ name }) => name), ...runs.map(({ run }) => run.method.name)]);
  const present = names.filter((name) => initializers.some(has(name)));
  const [complete, incomplete] = partition(present, (name) => initializers.every(has(name)));
  if (complete.length === 0)
    throw new RangeError(`runs must hold a method from ${initializers.join(', ')}, got none among ${runs.length} runs`);
  return { complete, incomplete };
}
