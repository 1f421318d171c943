import { chunk, zipObject } from 'lodash';
import type { Curves } from '../../statistics/curves/Curves';
import { sameLength } from '../../validation/sameLength';
import { textList } from '../../validation/textList';
import { alignRuns } from './alignRuns';
import { completeMethods } from './completeMethods';
import type { FinishedRun } from '../../study/store/RunResult';
import type { Sample } from './Sample';
import { scoreCurves, type ScoreMetric } from '../curves/scoreCurves';
import { threeStarts } from '../../study/plan/startNames';
import { type Contender } from '../../study/plan/Contender';

/** A method's runs from every initialiser, of the same photographs in the same order. */
export interface MethodRuns {
  readonly method: string;
  readonly runs: Readonly<Record<string, readonly FinishedRun[]>>;
}

/** All methods on the same photographs. */
export interface Comparison {
  readonly sample: Sample;
  readonly methods: readonly MethodRuns[];
  /** The runs of the further contenders that were asked for. */
  readonly beside: readonly (readonly FinishedRun[])[];
}

/** Which initialisers a figure or table compares: the paper's three unless others are named, such as a person's own. */
export interface StartsOptions {
  readonly initializers?: readonly string[];
}

export const startsKeys = ['initializers'] as const satisfies readonly (keyof StartsOptions)[];

/**
 * The runs of every method from every initialiser, with the options of their variant unchanged, photograph by photograph. A method
 * that has no run at all from one of them is left out, and named in the sample.
 *
 * @param runs results in any order, also others than these
 * @param initializers the three of the paper, unless others are named
 * @param beside further contenders on the same photographs, such as `attributionContenders`
 * @throws RangeError if no method has runs from all of them, or if runs are mixed: see `alignRuns`
 * @example
 * compareStarts(runs, ['startgrad', 'all-ones', 'mine.js']).methods[0].runs['mine.js'] // those of the first method
 */
export function compareStarts(
  runs: readonly FinishedRun[],
  initializers: readonly string[] = threeStarts,
  beside: readonly Contender[] = [],
): Comparison {
  textList('initializers', initializers);
  const { complete, incomplete } = completeMethods(runs, initializers);
  const contenders = complete.flatMap((method) => initializers.map((initializer) => ({ method, initializer })));
  const aligned = alignRuns(runs, [...contenders, ...beside]);
  const byMethod = chunk(aligned.runs.slice(0, contenders.length), initializers.length);
  return {
    sample: { ...aligned.sample, incomplete },
    methods: complete.map((method, i) => ({ method, runs: zipObject(initializers, byMethod[i]!) })),
    beside: aligned.runs.slice(contenders.length),
  };
}

/**
 * A metric of one method by initialiser, `[photograph][iteration]`, NaN where a mask has died.
 *
 * @throws RangeError if initialisers differ in iterations
 */
export function curvesByStart({ runs }: MethodRuns, metric: ScoreMetric['name']): Record<string, Curves> {
  const curves = Object.entries(runs).map(([name, own]): [string, Curves] => [name, scoreCurves(own, metric)]);
  for (const [name, [first]] of curves) sameLength(`${name}[0]`, first!, `${curves[0]![0]}[0]`, curves[0]![1][0]!);
  return Object.fromEntries(curves);
}
