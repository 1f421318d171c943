import type { Profile } from '../../environment';
import { contenderOf, maskSizeCells, normalisedCells, type MaskSizeCell } from './maskSizeCells';
import { attributions, threeStarts } from './startNames';
import type { Study } from './Study';

/** How large a study is: a profile is data. */
export interface StudySize {
  readonly iterations: number;
  readonly samples: number;
  /** After how many updates faithfulness is evaluated, where a study does. */
  readonly faithfulness: readonly number[];
  /** After how many updates pictures are stored, where a study does. */
  readonly pictures: readonly number[];
}

export const studySizes: Readonly<Record<Profile, StudySize>> = {
  smoke: { iterations: 3, samples: 2, faithfulness: [0, 3], pictures: [1, 2, 3] },
  quick: { iterations: 50, samples: 4, faithfulness: [0, 5, 10, 50], pictures: [10, 25, 50] },
  reference: { iterations: 300, samples: 4, faithfulness: [0, 5, 10, 50, 100, 300], pictures: [300] },
  full: {
    iterations: 300,
    samples: 16,
    faithfulness: [0, 5, 10, 50, 75, 100, 150, 200, 300],
    pictures: [300],
  },
};

/** What a study compares, on whatever subjects. */
export type StudyDesign = Omit<Study, 'kind' | 'subjects' | 'classifier' | 'seeds'>;

/** A named study: one design, or several whose results belong together. */
export interface NamedStudy {
  readonly name: string;
  readonly about: string;
  readonly designs: (size: StudySize) => StudyDesign[];
}

/** StartGrad and the references of one cell. */
const cellDesign = (cell: MaskSizeCell) => ({
  methods: ['shearletx'],
  initializers: threeStarts.map((start) => contenderOf(cell, start).initializer),
  conditions: [cell.changes],
});

const imageMethods = ['pixelmask', 'waveletx', 'shearletx'];

/** The studies that have a name. */
export const studies: readonly NamedStudy[] = [
  {
    name: 'comparison',
    about: 'three methods, each from three starts (figures 1, 3, 6, 7, 20 to 22; tables 1, 2, 4)',
    designs: ({ iterations, samples, faithfulness }) => [
      { methods: imageMethods, initializers: threeStarts, conditions: [{}], iterations, samples, faithfulness },
    ],
  },
  {
    name: 'baselines',
    about: 'integrated gradients and Grad-CAM as pixel masks, without an update (figure 3, table 4)',
    designs: ({ samples }) => [
      {
        methods: ['pixelmask'],
        initializers: attributions,
        conditions: [{}],
        iterations: 1,
        samples,
        faithfulness: [0],
      },
    ],
  },
  {
    name: 'mask-size',
    about: 'ShearletX: a mask entry per coefficient or per place, clamped as released or not, from three starts',
    designs: ({ iterations, samples, faithfulness }) =>
      maskSizeCells.map((cell) => ({
        ...cellDesign(cell),
        iterations,
        samples,
        // the runs of the comparison, which has them too
        ...(cell.name === 'coefficient' && { faithfulness }),
      })),
  },
  {
    name: 'normalised-gradient',
    about:
      'ShearletX with its gradient divided by its norm, the default of the released code: the mask-size study once more',
    designs: ({ iterations, samples }) => normalisedCells.map((cell) => ({ ...cellDesign(cell), iterations, samples })),
  },
  {
    name: 'pictures',
    about: 'the comparison, with pictures of what is kept (F.18 to F.20)',
    designs: ({ iterations, samples, pictures }) => [
      { methods: imageMethods, initializers: threeStarts, conditions: [{}], iterations, samples, pictures },
    ],
  },
];
