import type { MethodOptions } from '../explainers/Method';
import type { Contender } from './alignRuns';
import type { Start } from './startNames';

/** StartGrad and the references under their conditions: what one row of the 2 x 2 study compares. */
export interface MaskSizeCell {
  readonly name: string;
  readonly label: string;
  /** StartGrad's name where the mask has this size. */
  readonly startGrad: 'startgrad' | 'startgrad-shared';
  readonly changes: Partial<MethodOptions>;
  /** Where the references work under others. */
  readonly referenceChanges?: Partial<MethodOptions>;
}

/** StartGrad or a reference as a cell has it. */
export const contenderOf = (
  { startGrad, changes, referenceChanges = changes }: MaskSizeCell,
  start: Start,
): Contender =>
  start === 'startgrad'
    ? { method: 'shearletx', initializer: startGrad, changes }
    : { method: 'shearletx', initializer: start, changes: referenceChanges };

/** One entry a coefficient, or one a place that all shearlets share. */
const size = { coefficient: { sharedMask: false }, place: { sharedMask: true } };
/** What is clamped to [0, 1]: the image, or, as in the released ShearletX, the coefficients instead. */
const clamp = {
  image: { clampCoefficients: false, clampImage: true },
  coefficients: { clampCoefficients: true, clampImage: false },
};

/** Mask size x clamp, both initialisers under the same condition. */
export const maskSizeCells: readonly [MaskSizeCell, MaskSizeCell, MaskSizeCell, MaskSizeCell] = [
  {
    name: 'coefficient',
    label: 'one entry a coefficient',
    startGrad: 'startgrad',
    changes: { ...size.coefficient, ...clamp.image },
  },
  {
    name: 'place',
    label: 'one entry a place',
    startGrad: 'startgrad-shared',
    changes: { ...size.place, ...clamp.image },
  },
  {
    name: 'coefficient-clamped',
    label: 'one entry a coefficient, clamped',
    startGrad: 'startgrad',
    changes: { ...size.coefficient, ...clamp.coefficients },
  },
  {
    name: 'place-clamped',
    label: 'one entry a place, clamped',
    startGrad: 'startgrad-shared',
    changes: { ...size.place, ...clamp.coefficients },
  },
];

/**
 * What the released code compares: StartGrad with an entry a coefficient, the others with one a place, both clamped. (Its quantile
 * transform has 10,000 bins; ours, as in all cells, has exact ranks.)
 */
export const releasedComparison: MaskSizeCell = {
  name: 'released',
  label: 'clamped',
  startGrad: 'startgrad',
  changes: { ...size.coefficient, ...clamp.coefficients },
  referenceChanges: { ...size.place, ...clamp.coefficients },
};

const normalised = { normaliseGradient: true };
const [large] = maskSizeCells;

/** With ShearletX's gradient divided by its norm, the default of the released class: by itself, and all as released. */
export const normalisedCells: readonly [MaskSizeCell, MaskSizeCell] = [
  {
    ...large,
    name: 'coefficient-normalised',
    label: 'one entry a coefficient, gradient normalised',
    changes: { ...large.changes, ...normalised },
  },
  {
    ...releasedComparison,
    name: 'released-normalised',
    label: 'clamped, gradient normalised',
    changes: { ...releasedComparison.changes, ...normalised },
    referenceChanges: { ...releasedComparison.referenceChanges, ...normalised },
  },
];
