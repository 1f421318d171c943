import { chunk, sortBy, uniq } from 'lodash';
import { methods } from '../explainers/methods';
import type { Curves } from '../statistics/Curves';
import { sameLength } from '../statistics/sameLength';
import { alignRuns } from './alignRuns';
import type { FinishedRun } from './RunResult';
import type { Sample } from './Sample';
import { scoreCurves, type ScoreMetric } from './scoreCurves';
import { threeStarts } from './startNames';

/** A method's runs from every initialiser, of the same photographs in the same order. */
export interface MethodRuns {
  readonly method: string;
  readonly runs: Readonly<Record<string, readonly FinishedRun[]>>;
}

/** All methods on the same photographs. */
export interface Comparison {
  readonly sample: Sample;
  readonly methods: readonly MethodRuns[];
}

/**
 * The runs of every method from every initialiser, with the options of their variant unchanged, photograph by photograph.
 *
 * @param runs results in any order, also others than these
 * @param initializers the three of the paper, unless others are named
 * @throws RangeError if there are none, if one of them is missing, or if they are mixed: see `alignRuns`
 */
export function compareStarts(runs: readonly FinishedRun[], initializers: readonly string[] = threeStarts): Comparison {
  const present = uniq(
    runs.filter(({ run }) => initializers.includes(run.initializer.name)).map(({ run }) => run.method),
  );
  if (present.length === 0)
    throw new RangeError(`runs must hold some from ${initializers.join(', ')}, got none among ${runs.length} runs`);
  const names = sortBy(present, (name) => methods.findIndex((method) => method.name === name));
  const contenders = names.flatMap((method) => initializers.map((initializer) => ({ method, initializer })));
  const aligned = alignRuns(runs, contenders);
  const byMethod = chunk(aligned.runs, initializers.length);
  return {
    sample: aligned.sample,
    methods: names.map((method, i) => ({
      method,
      runs: Object.fromEntries(initializers.map((initializer, k) => [initializer, byMethod[i]![k]!])),
    })),
  };
}

/**
 * A metric of one method by initialiser, `[photograph][iteration]`.
 *
 * @throws RangeError if initialisers differ in iterations
 */
export function curvesByStart({ runs }: MethodRuns, metric: ScoreMetric['name']): Record<string, Curves> {
  const curves = Object.entries(runs).map(([name, own]): [string, Curves] => [name, scoreCurves(own, metric)]);
  for (const [name, [first]] of curves) sameLength(`${name}[0]`, first!, `${curves[0]![0]}[0]`, curves[0]![1][0]!);
  return Object.fromEntries(curves);
}
