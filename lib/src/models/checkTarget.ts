import type { Classifier } from './Classifier';

/**
 * @param argument what the caller calls it
 * @throws RangeError where the class is none of the classifier's
 */
export function checkTarget(target: number, { labels }: Pick<Classifier, 'labels'>, argument = 'target'): void {
  if (!(Number.isInteger(target) && target >= 0 && target < labels.length))
    throw new RangeError(`${argument} must be an integer from 0 to ${labels.length - 1}, got ${target}`);
}
