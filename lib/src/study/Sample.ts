import type { VariantName } from '../explainers/Method';

/** What numbers were measured on: every figure and table says it. */
export interface Sample {
  /** Photographs that all contenders have explained. */
  readonly photographs: number;
  /** Names of those left out because a contender's run is missing. */
  readonly leftOut: readonly string[];
  /** Names of those of which a contender has no score at some iteration, since its mask has died. */
  readonly died: readonly string[];
  readonly classifier: string;
  readonly variant: VariantName;
  /** Noise samples an iteration. */
  readonly samples: number;
}

/**
 * The sample in words, for the note under a title.
 *
 * @example
 * describeSample({ photographs: 13, leftOut: ['cat.png'], died: [], classifier: 'resnet18', variant: 'paper', samples: 4 }) // => 'n = 13 photographs, 1 left out for lack of a run, 4 noise samples, resnet18, variant paper'
 */
export function describeSample({ photographs, leftOut, died, classifier, variant, samples }: Sample): string {
  const missing = leftOut.length > 0 ? `, ${leftOut.length} left out for lack of a run` : '';
  const dead = died.length > 0 ? `, ${died.length} with masks that died` : '';
  const noun = photographs === 1 ? 'photograph' : 'photographs';
  return `n = ${photographs} ${noun}${missing}${dead}, ${samples} noise samples, ${classifier}, variant ${variant}`;
}
