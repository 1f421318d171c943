import type { VariantName } from '../../explainers/image/options/Method';
import { lostBelow } from './maskFate';

/** What numbers were measured on; every figure and table says it. */
export interface Sample {
  /** Photographs that all contenders have explained. */
  readonly photographs: number;
  /** Names of the photographs left out because a contender's run is missing. */
  readonly leftOut: readonly string[];
  /** Methods left out because they have no run at all from some start. */
  readonly incomplete: readonly string[];
  /** How many masks were optimised on the photographs; attributions used as masks are not optimised, and not counted. */
  readonly masks: number;
  /** The masks that have no score at some iteration, since they keep nothing. */
  readonly died: readonly string[];
  /** The masks that end with less than half of the class's probability: their CP divides two small numbers. */
  readonly lost: readonly string[];
  readonly classifier: string;
  readonly variant: VariantName;
  /** Noise samples per iteration. */
  readonly samples: number;
}

/** How many of the masks ended badly, in words; nothing if none did. */
export const describeFates = ({ masks, lost, died }: Pick<Sample, 'masks' | 'lost' | 'died'>): string[] => [
  ...(lost.length > 0 ? [`${lost.length} of ${masks} masks lost the class (below ${100 * lostBelow} % of its probability)`] : []), // prettier-ignore
  ...(died.length > 0 ? [`${died.length} of ${masks} masks died`] : []),
];

/**
 * The sample in words, for the note under a title.
 *
 * @example
 * describeSample({ photographs: 2, leftOut: ['cat.png'], incomplete: [], masks: 18, died: [], lost: ['dog.png by waveletx from uniform'], classifier: 'resnet18', variant: 'paper', samples: 4 })
 * // => 'n = 2 photographs, 1 left out for lack of a run, 1 of 18 masks lost the class (below 50 % of its probability), 4 noise samples, resnet18, variant paper'
 */
export function describeSample(sample: Sample): string {
  const { photographs, leftOut, incomplete, classifier, variant, samples } = sample;
  return [
    `n = ${photographs} ${photographs === 1 ? 'photograph' : 'photographs'}`,
    ...(leftOut.length > 0 ? [`${leftOut.length} left out for lack of a run`] : []),
    ...(incomplete.length > 0 ? [`without ${incomplete.join(' and ')} for lack of runs`] : []),
    ...describeFates(sample),
    `${samples} noise samples`,
    classifier,
    `variant ${variant}`,
  ].join(', ');
}
