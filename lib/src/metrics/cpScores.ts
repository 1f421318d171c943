import { concisenessPreciseness } from './concisenessPreciseness';

/** What a mask retains: of the class's probability, and of the information in coefficients and in pixels; null where an image has none. */
export interface Retained {
  readonly retainedProbability: number | null;
  readonly retainedL1: number | null;
  readonly retainedPixel: number | null;
}

/** Both CP scores, and why one of them is null. */
export interface CpScores {
  readonly cpL1: number | null;
  readonly cpPixel: number | null;
  readonly undefinedCp?: string;
}

/**
 * Both CP scores of what a mask retains: see `concisenessPreciseness`.
 *
 * @example
 * cpScores({ retainedProbability: 0.9, retainedL1: 0.1, retainedPixel: 0.5 }) // => { cpL1: 9, cpPixel: 1.8 }
 * cpScores({ retainedProbability: 1, retainedL1: null, retainedPixel: 0.5 }) // => { cpL1: null, cpPixel: 2, undefinedCp: 'cpL1: retained information is undefined: the image has none' }
 */
export function cpScores({ retainedProbability, retainedL1, retainedPixel }: Retained): CpScores {
  const l1 = concisenessPreciseness(retainedProbability, retainedL1);
  const pixel = concisenessPreciseness(retainedProbability, retainedPixel);
  const reasons = Object.entries({ cpL1: l1, cpPixel: pixel }).flatMap(([name, { reason }]) =>
    reason === undefined ? [] : [`${name}: ${reason}`],
  );
  return { cpL1: l1.value, cpPixel: pixel.value, ...(reasons.length > 0 && { undefinedCp: reasons.join('; ') }) };
}
