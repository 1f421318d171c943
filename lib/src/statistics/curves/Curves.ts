import { finiteOrNaN } from '../../validation/finiteOrNaN';
import { sameLength } from '../../validation/sameLength';

/**
 * A metric of several images over the optimisation: `curves[image][step]`, NaN where a mask has died and the score is undefined.
 * Every function here leaves such scores out, step by step or pair by pair, and says how many (`missing`).
 */
export type Curves = readonly Float64Array[];

/**
 * Curves from rows of numbers, null for a score that is undefined.
 *
 * @param argument what the caller calls them, for the messages
 * @throws RangeError if there is no row or no step, if rows differ in length, or if a score is infinite
 * @example
 * curvesFrom('cp', [[1, null], [2, 3]]) // => [[1, NaN], [2, 3]]
 * curvesFrom('cp', [[1, 2], [3]]) // throws: cp[1] must be as long as cp[0] (2), got 1
 */
export function curvesFrom(argument: string, rows: readonly ArrayLike<number | null>[]): Curves {
  return checkCurves(
    argument,
    rows.map((row) => Float64Array.from(row, (score) => score ?? NaN)),
  );
}

/**
 * The curves themselves, if there is at least one, all have the same steps, and no score is infinite.
 *
 * @param argument what the caller calls them, for the message
 * @throws RangeError that names the argument and what is wrong
 * @example
 * checkCurves('curves', [Float64Array.of(1, -Infinity)]) // throws: curves[0] must be finite numbers or NaN for none, got -Infinity at position 1
 */
export function checkCurves(argument: string, curves: Curves): Curves {
  const [first] = curves;
  if (first === undefined || first.length === 0)
    throw new RangeError(`${argument} must hold at least one image and one step, got none`);
  curves.forEach((curve, image) => {
    sameLength(`${argument}[${image}]`, curve, `${argument}[0]`, first);
    finiteOrNaN(`${argument}[${image}]`, curve);
  });
  return curves;
}

/** The scores of all images at one step, NaN included. */
export function scoresAt(curves: Curves, step: number): Float64Array {
  const steps = curves[0]?.length ?? 0;
  if (!Number.isInteger(step) || step < 0 || step >= steps)
    throw new RangeError(`step must be an integer from 0 to ${steps - 1}, got ${step}`);
  return Float64Array.from(curves, (curve) => curve[step]!);
}

/** What becomes of the scores of all images, step by step. */
export const mapSteps = <T>(curves: Curves, of: (scores: Float64Array) => T): T[] =>
  Array.from(curves[0]!.keys(), (step) => of(scoresAt(curves, step)));

/** The scores that are defined. */
export const defined = (scores: Float64Array): Float64Array => scores.filter((score) => !Number.isNaN(score));
