import { mapValues, range } from 'lodash';
import type { Curves } from '../../statistics/curves/Curves';
import { normalisedScores } from '../../statistics/curves/normalisedScores';
import { meanCurve } from '../../statistics/released/meanCurve';

/** The mean normalised score of one initialiser at some iterations, counted from 1 as the paper does: plain JSON. */
export interface NormalisedCurve {
  readonly iteration: readonly number[];
  readonly value: readonly (number | null)[];
  readonly standardError: readonly (number | null)[];
}

/** The normalised curves of one method by initialiser. */
export interface NormalisedPanel {
  readonly method: string;
  readonly curves: Readonly<Record<string, NormalisedCurve>>;
}

/** How many points of a curve are drawn: with 300 iterations every tenth, that is 1, 11, …, 291. */
const points = 30;

/** @param curves scores of the same photographs by initialiser, `[photograph][iteration]` */
export function normalisedCurves(curves: Readonly<Record<string, Curves>>): Record<string, NormalisedCurve> {
  return mapValues(normalisedScores(curves), (normalised) => {
    const all = meanCurve(normalised);
    const steps = range(0, all.length, Math.ceil(all.length / points));
    return {
      iteration: steps.map((step) => step + 1),
      value: steps.map((step) => all[step]?.value ?? null),
      standardError: steps.map((step) => all[step]?.standardError ?? null),
    };
  });
}
