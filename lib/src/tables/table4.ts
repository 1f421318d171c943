import { DataFrame } from '../tensorflow/danfo';
import { initializerLabel, methodLabel } from '../analysis/labels';
import { bootstrap } from '../statistics/sound/bootstrap';
import { scoresAt } from '../statistics/curves/Curves';
import type { Procedure } from '../statistics/Estimate';
import { releasedInterquartileMean } from '../statistics/released/releasedInterquartileMean';
import { bootstrapKey as key } from '../analysis/curves/bootstrapKey';
import { compareStarts, type StartsOptions } from '../analysis/align/compareStarts';
import { lostBelow } from '../analysis/align/maskFate';
import type { FinishedRun } from '../study/store/RunResult';
import type { Sample } from '../analysis/align/Sample';
import { cpMetrics, scoreCurves, scoreMetrics } from '../analysis/curves/scoreCurves';
import { attributionContenders, attributions } from '../study/plan/startNames';
import { byName } from '../validation/byName';
import { reportedSteps } from './reportedSteps';

/**
 * Table 4: the interquartile mean of CP-Pixel and CP-L1 from StartGrad beside integrated gradients and Grad-CAM as masks, which
 * have no iterations. `lost the class` counts the masks that retain less than half of its probability: their CP divides two small
 * numbers, and a high one says nothing.
 *
 * @param procedure `sound`: CP of the attributions as of all masks, 95 % bootstrap of photographs; `released`: the released code
 *   divides the probability of their obfuscated image by itself, so that their score is 1 / retained information whatever the
 *   classifier says, with its error of the mean
 * @param options `initializers` beside the attributions, StartGrad unless others are named
 * @throws RangeError if runs are missing or mixed
 */
export function table4(
  runs: readonly FinishedRun[],
  procedure: Procedure,
  { initializers = ['startgrad'] }: StartsOptions = {},
): DataFrame {
  const { methods, beside } = compareStarts(runs, initializers, attributionContenders);
  const rows = cpMetrics.flatMap((metric) => {
    const row = (explanation: string, own: readonly FinishedRun[], iteration: number | null, scores: Float64Array) => ({
      procedure,
      metric: byName('metric', scoreMetrics, metric).label,
      explanation,
      iteration,
      ...cells(procedure, scores),
      'lost the class': lost(own, (iteration ?? 1) - 1),
    });
    return [
      ...methods.flatMap(({ method, runs: starts }) =>
        Object.entries(starts).flatMap(([initializer, own]) => {
          const curves = scoreCurves(own, metric);
          const explanation = `${methodLabel(method)} from ${initializerLabel(initializer)}`;
          return reportedSteps(curves[0]!.length).map((step) =>
            row(explanation, own, step + 1, scoresAt(curves, step)),
          );
        }),
      ),
      ...beside.map((own, i) => {
        const scores = scoresAt(scoreCurves(own, procedure === 'sound' ? metric : 'retainedPixel'), 0);
        const shown = procedure === 'sound' ? scores : scores.map((information) => 1 / information);
        return row(initializerLabel(attributions[i]!), own, null, shown);
      }),
    ];
  });
  return new DataFrame(rows);
}

/** What the table is of, which may be other photographs than those of all starts. */
export const table4Sample = (
  runs: readonly FinishedRun[],
  { initializers = ['startgrad'] }: StartsOptions = {},
): Sample => compareStarts(runs, initializers, attributionContenders).sample;

/** How many masks had lost the class at a step. */
const lost = (runs: readonly FinishedRun[], step: number): number =>
  scoresAt(scoreCurves(runs, 'retainedProbability'), step).filter((share) => share < lostBelow).length;

/** @throws RangeError if no photograph has a score */
function cells(procedure: Procedure, scores: Float64Array) {
  const found = procedure === 'sound' ? bootstrap(scores, 'iqm', { key }) : releasedInterquartileMean(scores);
  if (!found) throw new RangeError('runs must hold a score of at least one photograph, got none');
  const { value, standardError, interval, count, missing } = found;
  return {
    IQM: value,
    error: standardError,
    'low 95 %': interval?.[0] ?? null,
    'high 95 %': interval?.[1] ?? null,
    n: count,
    'no score': missing,
  };
}
