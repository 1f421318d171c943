import { inRange } from '../../validation/inRange';

/**
 * The paper's stars: *** below 1 %, ** below 5 %, * below 10 %.
 *
 * @throws RangeError if p is not a probability
 * @example
 * significanceStars(0.02) // => '**'
 */
export function significanceStars(pValue: number): '***' | '**' | '*' | '' {
  inRange('pValue', pValue, 0, 1);
  if (pValue < 0.01) return '***';
  if (pValue < 0.05) return '**';
  return pValue < 0.1 ? '*' : '';
}
