import type { Contender } from './alignRuns';
import { contenderOf, maskSizeCells, normalisedCells, releasedComparison, type MaskSizeCell } from './maskSizeCells';
import { references, threeStarts, type Start } from './startNames';

/** How soon the candidate reaches what the reference ends with, where one thing differs between the two, or all of them do. */
export interface SpeedUpRace {
  /** What differs. */
  readonly differs: string;
  /** What does not. */
  readonly alike: string;
  /** The start whose colour it has: the reference's, or that of both. */
  readonly initializer: Start;
  readonly candidate: Contender;
  readonly reference: Contender;
}

/** StartGrad against the references. */
const starts = (cell: MaskSizeCell, differs = 'the start'): SpeedUpRace[] =>
  references.map((initializer) => ({
    differs,
    alike: cell.label,
    initializer,
    candidate: contenderOf(cell, 'startgrad'),
    reference: contenderOf(cell, initializer),
  }));

/** Each start against itself in another cell. */
const cells = (
  differs: string,
  alike: string,
  candidate: MaskSizeCell,
  reference: MaskSizeCell,
  compared: readonly Start[] = threeStarts,
): SpeedUpRace[] =>
  compared.map((initializer) => ({
    differs,
    alike,
    initializer,
    candidate: contenderOf(candidate, initializer),
    reference: contenderOf(reference, initializer),
  }));

const [large, small, largeClamped, smallClamped] = maskSizeCells;
const [normalised, releasedNormalised] = normalisedCells;

/** How much of the published speed-up is initialisation, how much is mask size, how much the clamp? */
export const maskSizeRaces: readonly SpeedUpRace[] = [
  ...maskSizeCells.flatMap((cell) => starts(cell)),
  ...cells('the size: large against small', 'not clamped', large, small),
  ...cells('the size: large against small', 'clamped', largeClamped, smallClamped),
  ...cells('the clamp: with against without', 'one entry a coefficient', largeClamped, large),
  ...cells('the clamp: with against without', 'one entry a place', smallClamped, small),
  ...starts(releasedComparison, 'start and size, as released'),
];

/** And how much is the gradient, divided by its norm? */
export const normalisedGradientRaces: readonly SpeedUpRace[] = [
  ...starts(large),
  ...starts(normalised),
  ...cells('the gradient: normalised or not', 'one entry a coefficient', normalised, large),
  ...starts(releasedComparison, 'start and size, as released'),
  ...starts(releasedNormalised, 'start and size, as released'),
  // a released reference has the small mask and the clamp
  ...cells('size and clamp: neither as released', 'gradient normalised', normalised, releasedNormalised, references),
];
