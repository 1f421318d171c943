import { DataFrame } from '../tensorflow/danfo';
import { initializerLabel, methodLabel } from '../analysis/labels';
import { bonferroni } from '../statistics/significance/bonferroni';
import { scoresAt } from '../statistics/curves/Curves';
import { procedures, type Procedure } from '../statistics/Estimate';
import { pairedComparison } from '../statistics/sound/pairedComparison';
import { significanceStars } from '../statistics/significance/significanceStars';
import { bootstrapKey } from '../analysis/curves/bootstrapKey';
import { compareStarts, curvesByStart, startsKeys, type StartsOptions } from '../analysis/align/compareStarts';
import type { FinishedRun } from '../study/store/RunResult';
import { cpMetrics, scoreMetrics } from '../analysis/curves/scoreCurves';
import { threeStarts } from '../study/plan/startNames';
import { byName } from '../validation/byName';
import { reportedSteps } from './reportedSteps';
import { releasedPairedComparison } from '../statistics/released/releasedPairedComparison';
import { knownKeys } from '../validation/knownKeys';

/**
 * Table 1: the median over photographs of the paired difference candidate - reference in CP-Pixel and CP-L1, with a one-sided
 * Wilcoxon test; stars without and with Bonferroni's correction for `m` tests, those of one method and metric.
 *
 * @param procedure `sound`: all differences, 95 % paired bootstrap; `released`: those between their 1st and 99th percentile
 * @param options `initializers`: the first is the candidate, StartGrad in the paper, and the others are references
 * @throws RangeError if runs are too few to be trimmed or mixed, if no method has runs from all initialisers, or if all masks of
 *   an initialiser have died
 */
export function table1(runs: readonly FinishedRun[], procedure: Procedure, options: StartsOptions = {}): DataFrame {
  byName('procedure', procedures, procedure);
  const { initializers = threeStarts } = knownKeys('options', options, startsKeys);
  const [candidate, ...references] = initializers as [string, ...string[]];
  const { sample, methods } = compareStarts(runs, initializers);
  if (procedure === 'released' && sample.photographs < 3)
    throw new RangeError(`runs must hold 3 photographs or more to be trimmed as released, got ${sample.photographs}`);
  const rows = methods.flatMap((own) =>
    cpMetrics.flatMap((metric) => {
      const curves = curvesByStart(own, metric);
      const steps = reportedSteps(curves[candidate]![0]!.length);
      const comparisons = references.length * steps.length;
      return references.flatMap((reference) =>
        steps.map((step) => {
          const pair = [scoresAt(curves[candidate]!, step), scoresAt(curves[reference]!, step)] as const;
          const { median, interval, wilcoxon, kept, missing } = compare(procedure, ...pair, comparisons);
          const corrected = bonferroni(wilcoxon.pValue, comparisons);
          return {
            procedure,
            method: methodLabel(own.method),
            metric: byName('metric', scoreMetrics, metric).label,
            candidate: initializerLabel(candidate),
            reference: initializerLabel(reference),
            iteration: step + 1,
            'median difference': median,
            'low 95 %': interval?.[0] ?? null,
            'high 95 %': interval?.[1] ?? null,
            p: wilcoxon.pValue,
            stars: significanceStars(wilcoxon.pValue),
            'p, Bonferroni': corrected.pValue,
            'stars, Bonferroni': significanceStars(corrected.pValue),
            m: corrected.comparisons,
            n: kept,
            'no score': missing,
          };
        }),
      );
    }),
  );
  return new DataFrame(rows);
}

/** The two procedures under the same names. */
function compare(procedure: Procedure, candidate: Float64Array, reference: Float64Array, comparisons: number) {
  if (procedure === 'released') return { ...releasedPairedComparison(candidate, reference), interval: null };
  const found = pairedComparison(candidate, reference, { comparisons, key: bootstrapKey });
  return { ...found, median: found.median.value, interval: found.median.interval };
}
