import { isEqual, memoize, uniqWith } from 'lodash';
import { defined } from '../../statistics/curves/Curves';
import { interquartileMean } from '../../statistics/summaries/interquartileMean';
import type { IterationsToTarget } from '../../statistics/Timer';
import { alignRuns } from '../align/alignRuns';
import { racing, type Timing } from './raceToTarget';
import type { FinishedRun } from '../../study/store/RunResult';
import type { Sample } from '../align/Sample';
import { cpMetrics, scoreCurves, type CpMetric } from '../curves/scoreCurves';
import { maskSizeRaces, type SpeedUpRace } from './speedUpRaces';
import { type Contender } from '../../study/plan/Contender';

/** The outcome of a race, by one metric. */
export interface SpeedUp {
  readonly race: SpeedUpRace;
  readonly metric: CpMetric;
  readonly result: IterationsToTarget;
  /** Interquartile means at the last step; null if all masks have died. */
  readonly ends: { readonly candidate: number | null; readonly reference: number | null };
}

/** Races on one sample, all timed in the same way. */
export interface SpeedUps {
  readonly sample: Sample;
  readonly timing: Timing;
  readonly entries: readonly SpeedUp[];
}

/**
 * How much sooner candidates reach what references end with, of the interquartile mean of both CP scores, all on the same photographs.
 *
 * @param races what is compared: `maskSizeRaces` (default) or `normalisedGradientRaces`
 * @param timing `procedure` and `window`: by default sound, and the mean of 10 iterations
 * @throws RangeError if runs are missing or mixed: see `alignRuns`; or if all masks of a reference have died
 * @example
 * const found = speedUps(await new ResultFolder('data/results/reference').readAll());
 * found.entries[0].result.speedUp.interval; // 95 %, of the first race by CP-Pixel
 */
export function speedUps(
  runs: readonly FinishedRun[],
  races: readonly SpeedUpRace[] = maskSizeRaces,
  timing: Timing = {},
): SpeedUps {
  const contenders = uniqWith(
    races.flatMap(({ candidate, reference }) => [candidate, reference]),
    isEqual,
  );
  const aligned = alignRuns(runs, contenders);
  const curvesOf = memoize(
    (contender: number, metric: CpMetric) => scoreCurves(aligned.runs[contender]!, metric),
    (contender, metric) => `${contender} ${metric}`,
  );
  const place = (contender: Contender): number => contenders.findIndex((other) => isEqual(other, contender));
  const race = racing('iqm', timing);
  const entries = races.flatMap((racers) =>
    cpMetrics.map((metric) => {
      const [candidate, reference] = [racers.candidate, racers.reference].map((one) => curvesOf(place(one), metric));
      return {
        race: racers,
        metric,
        result: race({ candidate: candidate!, reference: reference! }),
        ends: { candidate: lastScore(candidate!), reference: lastScore(reference!) },
      };
    }),
  );
  return { sample: aligned.sample, timing, entries };
}

function lastScore(curves: readonly Float64Array[]): number | null {
  const scores = defined(Float64Array.from(curves, (curve) => curve.at(-1)!));
  return scores.length > 0 ? interquartileMean(scores) : null;
}
