import type { Curves } from '../../statistics/curves/Curves';
import type { CpMetric } from './scoreCurves';
import { soundCurve, type SoundCurve } from './soundCurve';
import { releasedInterquartileCurve } from '../../statistics/released/releasedInterquartileCurve';

/** The interquartile mean at every iteration, with both errors: plain JSON, null where no photograph has a score. */
export interface InterquartileCurve extends SoundCurve {
  /** The released error: of the kept values, without the uncertainty of the quartiles. */
  readonly standardError: readonly (number | null)[];
}

/** The curves of one method and metric by initialiser. */
export interface InterquartilePanel {
  readonly method: string;
  readonly metric: CpMetric;
  readonly curves: Readonly<Record<string, InterquartileCurve>>;
}

/** @param curves scores `[photograph][iteration]` */
export function interquartileCurve(curves: Curves): InterquartileCurve {
  const { value, low, high } = soundCurve(curves, 'iqm');
  const standardError = releasedInterquartileCurve(curves).map((estimate) => estimate?.standardError ?? null);
  return { value, standardError, low, high };
}
