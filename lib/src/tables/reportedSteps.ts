import { ceil, uniq } from 'lodash';

/**
 * The steps (from 0) that tables report: the paper's iterations 50, 100 and the last; for a shorter study, a fifth, half and the
 * last. The paper counts iterations from 1.
 *
 * @example
 * reportedSteps(300) // => [49, 99, 299]
 * reportedSteps(50) // => [9, 24, 49]
 */
export function reportedSteps(iterations: number): number[] {
  const reported = iterations > 100 ? [50, 100, iterations] : [ceil(iterations / 5), ceil(iterations / 2), iterations];
  return uniq(reported).map((iteration) => iteration - 1);
}
