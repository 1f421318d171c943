import { finiteOrNaN } from '../../validation/finiteOrNaN';
import { positiveInteger } from '../../validation/positiveInteger';

/**
 * A curve smoothed by the mean of the last steps: of `window` of them, or of as many as there are at the start. Steps that are NaN
 * are left out, and where a window has no others its mean is NaN. In linear time, whatever the window.
 *
 * @param curve finite numbers or NaN
 * @throws RangeError if the window is not a positive integer, or a score is infinite
 * @example
 * trailingMean([0, 6, 3, NaN], 2) // => [0, 3, 4.5, 3]
 * trailingMean([1, 2], 0) // throws: window must be a positive integer, got 0
 */
export function trailingMean(curve: ArrayLike<number>, window: number): Float64Array {
  positiveInteger('window', window);
  finiteOrNaN('curve', curve);
  let count = 0;
  let sum = 0;
  let lost = 0;
  // sum + lost is the sum of the window to twice the digits (Knuth's TwoSum): a score that explodes and leaves it leaves no trace
  const add = (value: number, times: 1 | -1): void => {
    if (Number.isNaN(value)) return;
    count += times;
    const term = times * value;
    const total = sum + term;
    const added = total - sum;
    lost += sum - (total - added) + (term - added);
    sum = total;
  };
  return Float64Array.from(curve, (value, step) => {
    if (step >= window) add(curve[step - window]!, -1);
    add(value, 1);
    return count === 0 ? NaN : (sum + lost) / count;
  });
}
