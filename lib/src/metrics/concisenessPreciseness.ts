import type { Score } from './Score';

/**
 * The conciseness-preciseness score CP = retained probability / retained information (Kolek et al., 2023).
 *
 * @param probability retained class probability, mean of φ_c(x̃) / φ_c(x)
 * @param information retained information, 1 for the whole image
 * @returns null with the reason where the quotient is not finite: a mask that has died retains no information, and of a black image
 * the retained information itself is undefined (null or NaN)
 * @example
 * concisenessPreciseness(0.9, 0.1) // => { value: 9 }
 * concisenessPreciseness(0.9, 0) // => { value: null, reason: 'retained information is 0' }
 * concisenessPreciseness(0.9, null) // => { value: null, reason: 'retained information is undefined: the image has none' }
 */
export function concisenessPreciseness(probability: number | null, information: number | null): Score {
  if (isUndefined(probability)) return { value: null, reason: 'retained probability is undefined: the class has none' };
  if (isUndefined(information)) return { value: null, reason: 'retained information is undefined: the image has none' };
  const value = probability / information;
  if (Number.isFinite(value) && Number.isFinite(information)) return { value };
  return { value: null, reason: information === 0 ? 'retained information is 0' : `${probability} / ${information}` };
}

/** What 0 / 0 is: NaN where it was computed, null where it was kept. */
const isUndefined = (share: number | null): share is null => share === null || Number.isNaN(share);
