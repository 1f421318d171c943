/**
 * The scores themselves, if each is finite or NaN, which says that there is none.
 *
 * @param argument what the caller calls them, for the message
 * @throws RangeError that names the argument and the first score that is infinite or no number
 * @example
 * finiteOrNaN('scores', [1, Infinity]) // throws: scores must be finite numbers or NaN for none, got Infinity at position 1
 */
export function finiteOrNaN<T extends ArrayLike<number>>(argument: string, scores: T): T {
  for (let i = 0; i < scores.length; i++)
    if (!Number.isFinite(scores[i]) && !Number.isNaN(scores[i]))
      throw new RangeError(`${argument} must be finite numbers or NaN for none, got ${scores[i]!} at position ${i}`);
  return scores;
}
