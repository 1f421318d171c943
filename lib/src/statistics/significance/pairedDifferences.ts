import { finiteNumbers } from '../../validation/finiteNumbers';
import { finiteOrNaN } from '../../validation/finiteOrNaN';
import { sameLength } from '../../validation/sameLength';

/**
 * Differences candidate - reference, image by image.
 *
 * @param candidate one score for every image, NaN where it has none
 * @param reference the other's scores of the same images
 * @returns the differences of the images that have both scores, and how many are `missing`
 * @throws RangeError if the lengths differ, a score is infinite, or no image has both scores
 * @example
 * pairedDifferences(Float64Array.of(3, 1, NaN), Float64Array.of(1, 2, 3)) // => { differences: [2, -1], missing: 1 }
 */
export function pairedDifferences(
  candidate: Float64Array,
  reference: Float64Array,
): { differences: Float64Array; missing: number } {
  sameLength('candidate', candidate, 'reference', reference);
  finiteOrNaN('candidate', candidate);
  finiteOrNaN('reference', reference);
  const differences = candidate
    .map((score, image) => score - reference[image]!)
    .filter((difference) => !Number.isNaN(difference));
  finiteNumbers('differences', differences);
  return { differences, missing: candidate.length - differences.length };
}
