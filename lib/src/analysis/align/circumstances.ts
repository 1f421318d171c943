import { uniq } from 'lodash';
import type { Run } from '../../study/plan/Run';
import type { FinishedRun } from '../../study/store/RunResult';
import type { Sample } from './Sample';

/**
 * The one value that all runs share.
 *
 * @throws RangeError that names the first values, if there are several
 */
export function only<T extends string | number>(what: string, runs: readonly FinishedRun[], value: (run: Run) => T): T {
  const values = uniq(runs.map(({ run }) => value(run)));
  if (values.length > 1) throw new RangeError(`runs must have one ${what}, got ${values.join(' and ')}`);
  return values[0]!;
}

/**
 * What all runs of a comparison share, independent of photograph, method, initialiser and noise samples.
 *
 * @throws RangeError if they differ in variant, classifier, seed, revision of the library, or version of TensorFlow or sharp
 */
export function circumstances(runs: readonly FinishedRun[]): Pick<Sample, 'variant' | 'classifier'> {
  const shared = {
    variant: only('variant', runs, ({ variant }) => variant),
    classifier: only('classifier', runs, ({ classifier }) => classifier.name),
  };
  only('seed', runs, ({ seed }) => seed);
  only('revision', runs, ({ revision }) => revision);
  only('version of TensorFlow', runs, ({ tensorflow }) => tensorflow);
  only('version of sharp', runs, ({ sharp }) => sharp);
  only('hash of the classifier', runs, ({ classifier }) => classifier.sha256 ?? 'none');
  return shared;
}
