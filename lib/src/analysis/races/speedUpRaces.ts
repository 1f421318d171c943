import {
  contenderOf,
  maskSizeCells,
  normalisedCells,
  type MaskSizeCell,
  type MaskSizeCells,
} from '../../study/plan/maskSizeCells';
import { references, threeStarts, type Start } from '../../study/plan/startNames';
import { type Contender } from '../../study/plan/Contender';

/** How soon the candidate reaches what the reference ends with, when one thing differs between the two, or all of them. */
export interface SpeedUpRace {
  /** What differs. */
  readonly differs: string;
  /** What does not differ. */
  readonly alike: string;
  /** The start that gives the colour: the reference's, or that of both. */
  readonly initializer: Start;
  readonly candidate: Contender;
  readonly reference: Contender;
}

/** StartGrad in one cell against the references in the same or another cell. */
const starts = (differs: string, alike: string, candidate: MaskSizeCell, reference: MaskSizeCell): SpeedUpRace[] =>
  references.map((initializer) => ({
    differs,
    alike,
    initializer,
    candidate: contenderOf(candidate, 'startgrad'),
    reference: contenderOf(reference, initializer),
  }));

/** Each start in one cell against itself in another cell. */
const cells = (differs: string, alike: string, candidate: MaskSizeCell, reference: MaskSizeCell): SpeedUpRace[] =>
  threeStarts.map((initializer) => ({
    differs,
    alike,
    initializer,
    candidate: contenderOf(candidate, initializer),
    reference: contenderOf(reference, initializer),
  }));

/**
 * The start, the size and the clamp one at a time, and start and size together as in the released code. (Its quantile transform has
 * 10,000 bins; ours, as in all cells, has exact ranks.)
 */
const conditionRaces = ([large, small, largeClamped, smallClamped]: MaskSizeCells): SpeedUpRace[] => [
  ...[large, small, largeClamped, smallClamped].flatMap((cell) => starts('the start', cell.label, cell, cell)),
  ...cells('the size: large against small', 'not clamped', large, small),
  ...cells('the size: large against small', 'clamped', largeClamped, smallClamped),
  ...cells('the clamp: with against without', 'one entry a coefficient', largeClamped, large),
  ...cells('the clamp: with against without', 'one entry a place', smallClamped, small),
  ...starts('start and size, as released', 'clamped', largeClamped, smallClamped),
];

/** How much of the published speed-up is the initialisation, how much the mask size, how much the clamp? */
export const maskSizeRaces: readonly SpeedUpRace[] = conditionRaces(maskSizeCells);

/** The same races with the gradient divided by its norm, and with against without that division. */
export const normalisedGradientRaces: readonly SpeedUpRace[] = [
  ...conditionRaces(normalisedCells).map((race) => ({
    ...race,
    alike: `${race.alike}, normalised`,
  })),
  ...maskSizeCells.flatMap((cell, i) =>
    cells('the gradient: normalised against not', cell.label, normalisedCells[i]!, cell),
  ),
];
