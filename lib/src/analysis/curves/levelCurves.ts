import { map, mapValues, range } from 'lodash';
import type { Curves } from '../../statistics/curves/Curves';
import { drawCounts } from '../../statistics/drawCounts';
import { firstReaching } from '../../statistics/curves/firstReaching';
import { normalisedScores } from '../../statistics/curves/normalisedScores';
import { percentileInterval } from '../../statistics/sound/percentileInterval';
import { SortedScores } from '../../statistics/curves/SortedScores';
import { bootstrapKey } from './bootstrapKey';

/** How soon photographs reach levels of their normalised score, from one initialiser: plain JSON. */
export interface LevelCurve {
  readonly level: readonly number[];
  /**
   * Median of the first iteration at the level, in updates of the mask. Of two middle photographs it is the later one, because an
   * iteration and `never` have no mean. null if half of the photographs or more never reach the level.
   */
  readonly median: readonly (number | null)[];
  /** 95 % bootstrap interval; an end that equals the number of iterations is open above. */
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** Share of the photographs that reach the level at all. */
  readonly reached: readonly number[];
}

/** The level curves of one method by initialiser. */
export interface LevelPanel {
  readonly method: string;
  readonly curves: Readonly<Record<string, LevelCurve>>;
}

const levels = range(1, 20).map((twentieth) => twentieth / 20);

/** With this number, the ends of a 95 % interval are resamples themselves, not means of two: (resamples - 1) / 40 is an integer. */
const resamples = 2001;

const laterMiddle = (sorted: Float64Array): number => sorted[sorted.length >> 1]!;

/** @param curves scores of the same photographs by initialiser, `[photograph][iteration]` */
export function levelCurves(curves: Readonly<Record<string, Curves>>): Record<string, LevelCurve> {
  const relative = normalisedScores(curves);
  const draws = drawCounts(Object.values(curves)[0]!.length, resamples, bootstrapKey);
  return mapValues(relative, (normalised) => {
    const never = normalised[0]!.length;
    const all = levels.map((level) => {
      const first = Float64Array.from(normalised, (curve) => firstReaching(curve, level) ?? never);
      const sorted = new SortedScores(first);
      const replicates = draws.map((counts) => laterMiddle(sorted.pick(counts)));
      const { value, interval } = percentileInterval(laterMiddle(sorted.all), replicates);
      const reached = first.filter((step) => step < never).length / first.length;
      return { median: value < never ? value : null, low: interval![0], high: interval![1], reached };
    });
    return {
      level: levels,
      median: map(all, 'median'),
      low: map(all, 'low'),
      high: map(all, 'high'),
      reached: map(all, 'reached'),
    };
  });
}
