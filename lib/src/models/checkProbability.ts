import type { Classifier } from './Classifier';

/** The smallest normal float32 number: what is smaller becomes 0 on some processors, and its reciprocal may overflow. */
const smallest = 2 ** -126;

/**
 * Refuses to explain a class that the classifier rules out: whatever is measured is a share of its probability.
 *
 * @param probability φ_c(x) of the class `target`, as `classify` gives it
 * @throws RangeError where it is 0 or too small for float32
 * @example
 * checkProbability({ labels: ['cat', 'dog'] }, { target: 1, probability: 0 }) // throws: target must be a class of a probability of at least 2^-126, got class 1 (dog) of 0
 */
export function checkProbability(
  { labels }: Pick<Classifier, 'labels'>,
  { target, probability }: { readonly target: number; readonly probability: number },
): void {
  if (!(probability >= smallest))
    throw new RangeError(
      `target must be a class of a probability of at least 2^-126, got class ${target} (${labels[target]}) of ${probability}`,
    );
}
