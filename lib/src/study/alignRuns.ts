import { countBy, difference, intersection, isEqual, keyBy, sortBy, union, uniq } from 'lodash';
import type { MethodOptions } from '../explainers/Method';
import { methods } from '../explainers/methods';
import { byName } from '../validation/byName';
import type { Run } from './Run';
import { toHistory, type FinishedRun } from './RunResult';
import type { Sample } from './Sample';

/** One of those that are compared: a method from an initialiser, and what is changed of its variant. */
export interface Contender {
  readonly method: string;
  readonly initializer: string;
  readonly changes?: Partial<MethodOptions>;
}

/** The same photographs in the same order for every contender: `runs[contender][photograph]`. */
export interface AlignedRuns {
  readonly sample: Sample;
  readonly runs: readonly (readonly FinishedRun[])[];
}

const nameOf = ({ method, initializer, changes = {} }: Contender): string =>
  [`${method} from ${initializer}`, ...Object.entries(changes).map(([name, value]) => `${name} ${value}`)].join(', ');

const belongs = ({ method, initializer, options, variant }: Run, contender: Contender): boolean =>
  method === contender.method &&
  initializer.name === contender.initializer &&
  isEqual(options, { ...byName('method', methods, method).variants[variant], ...contender.changes });

/** The one value of all runs. */
function only<T extends string | number>(what: string, runs: readonly FinishedRun[], value: (run: Run) => T): T {
  const values = uniq(runs.map(({ run }) => value(run)));
  if (values.length > 1) throw new RangeError(`runs must have one ${what}, got ${values.join(' and ')}`);
  return values[0]!;
}

/**
 * Pairs the runs of contenders by photograph. A photograph that one of them lacks is left out of all, and named in the sample.
 *
 * @param runs results in any order, also of others than the contenders
 * @throws RangeError if a contender has no run or two of one photograph, if no photograph has a run of all, or if runs differ in
 *   variant, classifier, noise samples, seed, revision of the library, or version of TensorFlow or sharp
 */
export function alignRuns(runs: readonly FinishedRun[], contenders: readonly Contender[]): AlignedRuns {
  const chosen = contenders.map((contender) => {
    const own = runs.filter(({ run }) => belongs(run, contender));
    if (own.length === 0)
      throw new RangeError(`runs must hold ${nameOf(contender)}, got none among ${runs.length} runs`);
    only('number of iterations', own, ({ iterations }) => iterations);
    return own;
  });
  const all = chosen.flat();
  const sample = {
    variant: only('variant', all, ({ variant }) => variant),
    classifier: only('classifier', all, ({ classifier }) => classifier.name),
    samples: only('number of noise samples', all, ({ samples }) => samples),
  };
  only('seed', all, ({ seed }) => seed);
  only('revision', all, ({ revision }) => revision);
  only('version of TensorFlow', all, ({ tensorflow }) => tensorflow);
  only('version of sharp', all, ({ sharp }) => sharp);
  only('hash of the classifier', all, ({ classifier }) => classifier.sha256 ?? 'none');

  chosen.forEach((own, i) => {
    const [twice] = Object.entries(countBy(own, hash)).find(([, count]) => count > 1) ?? [];
    const name = own.find((finished) => hash(finished) === twice)?.run.photograph.name;
    if (name !== undefined)
      throw new RangeError(`runs must hold ${nameOf(contenders[i]!)} of ${name} once, got several`);
  });
  const hashes = chosen.map((own) => own.map(hash));
  const everywhere = intersection(...hashes);
  if (everywhere.length === 0) throw new RangeError('runs must hold one photograph from every contender, got none');
  const names = keyBy(all, hash);
  const sorted = (keys: string[]): string[] => sortBy(keys, (key) => names[key]!.run.photograph.name);
  const leftOut = sorted(difference(union(...hashes), everywhere)).map((key) => names[key]!.run.photograph.name);
  const order = sorted(everywhere);
  const aligned = chosen.map((own) => order.map((key) => keyBy(own, hash)[key]!));
  const died = order
    .filter((_, i) => aligned.some((own) => hasDied(own[i]!)))
    .map((key) => names[key]!.run.photograph.name);
  return { sample: { photographs: order.length, leftOut, died, ...sample }, runs: aligned };
}

const hasDied = (finished: FinishedRun): boolean =>
  toHistory(finished).some(({ undefinedCp }) => undefinedCp !== undefined);

const hash = ({ run }: FinishedRun): string => run.photograph.sha256;
