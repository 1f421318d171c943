import * as tf from '../tensorflow/tf';
import type { Evaluation } from './MaskProblem';
import { OptimizationError } from './OptimizationError';

/**
 * Refuses an evaluation with a number that is not finite: from there on every mask would be NaN. Null in a row is a number that is
 * undefined, and allowed.
 *
 * @param history the rows before
 * @throws OptimizationError that names the problem, the iteration and what is not finite
 */
export function checkEvaluation<Row extends object>(
  problem: string,
  { gradients, row }: Evaluation<Row>,
  history: readonly Row[],
): void {
  const refuse = (what: string, got: string): never => {
    throw new OptimizationError(
      `${what} must be finite, got ${got} at iteration ${history.length} of ${problem}`,
      history,
    );
  };
  const [strange] = Object.entries(row).filter(([, value]) => typeof value === 'number' && !Number.isFinite(value));
  if (strange) refuse(strange[0], String(strange[1]));
  gradients.forEach((gradient, i) => {
    const finite = tf.tidy(() => tf.isFinite(gradient).all().dataSync()[0]);
    if (!finite) refuse(`the gradient of parameter ${i}`, 'NaN or infinity');
  });
}
