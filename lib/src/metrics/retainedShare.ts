import type { Score } from './Score';

/**
 * The share of something that a mask retains, kept / whole: of the information in pixels Σ|x| or in coefficients Σ|y|.
 *
 * @param whole what the image has: 0 for a black one
 * @returns null with the reason where the image has nothing to retain, or a number is not finite
 * @example
 * retainedShare(1, 4) // => { value: 0.25 }
 * retainedShare(0, 0) // => { value: null, reason: '0 / 0: the image has none' }
 */
export function retainedShare(kept: number, whole: number): Score {
  if (whole === 0) return { value: null, reason: `${kept} / 0: the image has none` };
  const value = kept / whole;
  return Number.isFinite(value) ? { value } : { value: null, reason: `${kept} / ${whole}` };
}
