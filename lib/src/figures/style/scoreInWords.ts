import type { IterationRecord } from '../../explainers/image/IterationRecord';

/** Explains in a caption what `scoreInWords` writes. */
export const scoreNote = "CP: CP-Pixel, p: share of the class's probability that is retained";

/**
 * CP-Pixel and the retained probability, without which a high CP says little: it may be a quotient of two small numbers.
 *
 * @example
 * scoreInWords({ cpPixel: 12.34, retainedProbability: 0.0031 }) // => 'CP 12.3, p 0.3 %'
 */
export function scoreInWords({
  cpPixel,
  retainedProbability,
}: Pick<IterationRecord, 'cpPixel' | 'retainedProbability'>): string {
  const cp = cpPixel === null ? 'no CP' : `CP ${Number(cpPixel.toPrecision(3))}`;
  return `${cp}, p ${percent(retainedProbability)} %`;
}

const percent = (share: number): number =>
  share < 0.01 ? Number((100 * share).toPrecision(1)) : Math.round(100 * share);
