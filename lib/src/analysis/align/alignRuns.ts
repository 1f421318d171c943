import { countBy, difference, intersection, isEqual, keyBy, sortBy, union, uniqBy } from 'lodash';
import { knownKeys } from '../../validation/knownKeys';
import { circumstances, only } from './circumstances';
import { hasDied, hasLost } from './maskFate';
import type { Contender } from '../../study/plan/Contender';
import { runOptions } from '../../study/plan/runOptions';
import type { Run } from '../../study/plan/Run';
import type { FinishedRun } from '../../study/store/RunResult';
import type { Sample } from './Sample';
import { attributions } from '../../study/plan/startNames';

/** The same photographs in the same order for every contender: `runs[contender][photograph]`. */
export interface AlignedRuns {
  readonly sample: Sample;
  readonly runs: readonly (readonly FinishedRun[])[];
}

const nameOf = ({ method, initializer, changes = {} }: Contender): string =>
  [`${method} from ${initializer}`, ...Object.entries(changes).map(([name, value]) => `${name} ${value}`)].join(', ');

/** Whether a run is one of a contender's: its options are those of its variant but for the contender's changes. */
export const belongs = ({ method, initializer, options, variant }: Run, contender: Contender): boolean =>
  method.name === contender.method &&
  initializer.name === contender.initializer &&
  isEqual(options, runOptions(method.name, variant, contender.changes));

/**
 * Pairs the runs of contenders by photograph. A photograph that one of them lacks is left out of all, and named in the sample.
 *
 * @param runs results in any order, also of others than the contenders
 * @throws RangeError if a contender has no run or two of one photograph, if no photograph has a run of all, or if runs differ in
 *   variant, classifier, noise samples, seed, revision of the library, or version of TensorFlow or sharp, or those of one contender
 *   in the number of iterations, the file of the initialiser or that of the method
 */
export function alignRuns(runs: readonly FinishedRun[], contenders: readonly Contender[]): AlignedRuns {
  const chosen = contenders.map((contender) => {
    knownKeys('contender', contender, ['method', 'initializer', 'changes']);
    const own = runs.filter(({ run }) => belongs(run, contender));
    if (own.length === 0)
      throw new RangeError(`runs must hold ${nameOf(contender)}, got none among ${runs.length} runs`);
    only('number of iterations', own, ({ iterations }) => iterations);
    only(`hash of ${contender.initializer}`, own, ({ initializer }) => initializer.sha256 ?? 'none');
    only(`hash of ${contender.method}`, own, ({ method }) => method.sha256 ?? 'none');
    return own;
  });
  const all = chosen.flat();
  const shared = { ...circumstances(all), samples: only('number of noise samples', all, ({ samples }) => samples) };

  chosen.forEach((own, i) => {
    const [twice] = Object.entries(countBy(own, hash)).find(([, count]) => count > 1) ?? [];
    const name = own.find((finished) => hash(finished) === twice)?.run.subject.name;
    if (name !== undefined)
      throw new RangeError(`runs must hold ${nameOf(contenders[i]!)} of ${name} once, got several`);
  });
  const hashes = chosen.map((own) => own.map(hash));
  const everywhere = intersection(...hashes);
  if (everywhere.length === 0) throw new RangeError('runs must hold one photograph from every contender, got none');
  const names = keyBy(all, hash);
  const sorted = (keys: string[]): string[] => sortBy(keys, (key) => names[key]!.run.subject.name);
  const leftOut = sorted(difference(union(...hashes), everywhere)).map((key) => names[key]!.run.subject.name);
  const order = sorted(everywhere);
  const aligned = chosen.map((own) => order.map((key) => keyBy(own, hash)[key]!));
  return {
    sample: { photographs: order.length, leftOut, incomplete: [], ...fates(aligned, contenders), ...shared },
    runs: aligned,
  };
}

/** How many masks were optimised, a contender that is named twice counted once, and which of them ended badly. */
function fates(
  aligned: AlignedRuns['runs'],
  contenders: readonly Contender[],
): Pick<Sample, 'masks' | 'died' | 'lost'> {
  const named = aligned.flatMap((own, i) =>
    own.map((finished) => ({ finished, name: `${finished.run.subject.name} by ${nameOf(contenders[i]!)}` })),
  );
  const masks = uniqBy(named, 'finished').filter(
    ({ finished }) => !attributions.includes(finished.run.initializer.name),
  );
  const those = (fate: (finished: FinishedRun) => boolean): string[] =>
    masks.filter(({ finished }) => fate(finished)).map(({ name }) => name);
  return { masks: masks.length, died: those(hasDied), lost: those(hasLost) };
}

const hash = ({ run }: FinishedRun): string => run.subject.sha256;
