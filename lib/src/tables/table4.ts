import { DataFrame } from '../tensorflow/danfo';
import { initializerStyle, methodStyle } from '../figures/palette';
import { bootstrap } from '../statistics/bootstrap';
import { scoresAt } from '../statistics/Curves';
import type { Procedure } from '../statistics/Estimate';
import { releasedInterquartileMean } from '../statistics/releasedInterquartileMean';
import { alignRuns } from '../study/alignRuns';
import { bootstrapKey as key } from '../study/bootstrapKey';
import { compareStarts } from '../study/compareStarts';
import type { FinishedRun } from '../study/RunResult';
import { scoreCurves, scoreMetrics } from '../study/scoreCurves';
import { attributions } from '../study/startNames';
import { byName } from '../validation/byName';
import { reportedSteps } from './reportedSteps';

/**
 * Table 4: the interquartile mean of CP-Pixel and CP-L1 from StartGrad beside integrated gradients and Grad-CAM as masks, which
 * have no iterations.
 *
 * @param procedure `sound`: CP of the attributions as of all masks, 95 % bootstrap of photographs; `released`: the released code
 *   divides the probability of their obfuscated image by itself, so that their score is 1 / retained information whatever the
 *   classifier says, with its error of the mean
 * @throws RangeError if runs are missing or mixed
 */
export function table4(runs: readonly FinishedRun[], procedure: Procedure): DataFrame {
  const names = compareStarts(runs, ['startgrad']).methods.map(({ method }) => method);
  const masks = names.map((method) => ({ method, initializer: 'startgrad' }));
  const flat = attributions.map((initializer) => ({ method: 'pixelmask', initializer }));
  const aligned = alignRuns(runs, [...masks, ...flat]).runs;
  const rows = (['cpPixel', 'cpL1'] as const).flatMap((metric) => {
    const row = (explanation: string, iteration: number | null, scores: Float64Array) => ({
      procedure,
      metric: byName('metric', scoreMetrics, metric).label,
      explanation,
      iteration,
      ...cells(procedure, scores),
    });
    return [
      ...masks.flatMap(({ method }, i) => {
        const curves = scoreCurves(aligned[i]!, metric);
        return reportedSteps(curves[0]!.length).map((step) =>
          row(`${methodStyle(method).label} from StartGrad`, step + 1, scoresAt(curves, step)),
        );
      }),
      ...flat.map(({ initializer }, i) => {
        const own = aligned[masks.length + i]!;
        const scores = scoresAt(scoreCurves(own, procedure === 'sound' ? metric : 'retainedPixel'), 0);
        const shown = procedure === 'sound' ? scores : scores.map((information) => 1 / information);
        return row(initializerStyle(initializer).label, null, shown);
      }),
    ];
  });
  return new DataFrame(rows);
}

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
