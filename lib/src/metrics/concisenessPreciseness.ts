/** A CP score, or null and why there is none. */
export interface Score {
  readonly value: number | null;
  readonly reason?: string;
}

/**
 * The conciseness-preciseness score CP = retained probability / retained information (Kolek et al., 2023).
 *
 * @param probability retained class probability, mean of φ_c(x̃) / φ_c(x)
 * @param information retained information, 1 for the whole image; null where the image holds none
 * @returns null with the reason where the quotient is not finite: a mask that has died retains no information
 * @example
 * concisenessPreciseness(0.9, 0.1) // => { value: 9 }
 * concisenessPreciseness(0.9, 0) // => { value: null, reason: 'retained information is 0' }
 */
export function concisenessPreciseness(probability: number, information: number | null): Score {
  if (information === null) return { value: null, reason: 'the image holds no information' };
  const value = probability / information;
  if (Number.isFinite(value)) return { value };
  return { value: null, reason: information === 0 ? 'retained information is 0' : `${probability} / ${information}` };
}
