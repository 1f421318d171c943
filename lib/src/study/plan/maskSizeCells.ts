import type { Start } from './startNames';
import { type MethodOptions } from '../../explainers/image/options/MethodOptions';
import { type Contender } from './Contender';

/** StartGrad and the references under their conditions: what one row of the 2 x 2 study compares. */
export interface MaskSizeCell {
  readonly name: string;
  /** Its size and its clamp. */
  readonly label: string;
  /** StartGrad's name where the mask has this size. */
  readonly startGrad: 'startgrad' | 'startgrad-shared';
  readonly changes: Partial<MethodOptions>;
}

/** Large, small, large and clamped, small and clamped. */
export type MaskSizeCells = readonly [MaskSizeCell, MaskSizeCell, MaskSizeCell, MaskSizeCell];

/** StartGrad or a reference as a cell has it. */
export const contenderOf = ({ startGrad, changes }: MaskSizeCell, start: Start): Contender => ({
  method: 'shearletx',
  initializer: start === 'startgrad' ? startGrad : start,
  changes,
});

/** One entry per coefficient, or one per place that all shearlets share. */
const size = { coefficient: { sharedMask: false }, place: { sharedMask: true } };
/** What is clamped to [0, 1]: the image, or, as in the released ShearletX, the coefficients instead. */
const clamp = {
  image: { clampCoefficients: false, clampImage: true },
  coefficients: { clampCoefficients: true, clampImage: false },
};

/** Mask size x clamp, all three starts under the same condition. */
export const maskSizeCells: MaskSizeCells = [
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

/** With ShearletX's gradient divided by its norm, the default of the released class. */
const normalised = (cell: MaskSizeCell): MaskSizeCell => ({
  ...cell,
  name: `${cell.name}-normalised`,
  changes: { ...cell.changes, normaliseGradient: true },
});
const [large, small, largeClamped, smallClamped] = maskSizeCells;

/** The same with the gradient normalised. */
export const normalisedCells: MaskSizeCells = [
  normalised(large),
  normalised(small),
  normalised(largeClamped),
  normalised(smallClamped),
];
