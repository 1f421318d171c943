import { maskSizeRaces, normalisedGradientRaces, type SpeedUpRace } from '../../lib/src/analysis/races/speedUpRaces';

interface SpeedUpStudy {
  readonly name: string;
  /** Title of the figure, if it is not the figure's own. */
  readonly title?: string;
  /** Caption of the tables. */
  readonly caption: string;
  readonly races: readonly SpeedUpRace[];
}

/** What is raced, drawn and tabulated under a name. */
export const speedUpStudies: readonly SpeedUpStudy[] = [
  {
    name: 'mask-size',
    caption:
      'ShearletX by the size of its mask and the released clamp: how soon candidates reach what references end with',
    races: maskSizeRaces,
  },
  {
    name: 'normalised-gradient',
    title: 'How much sooner ShearletX reaches what a reference ends with, gradient normalised',
    caption:
      'ShearletX with its gradient normalised, by the size of its mask and the released clamp: how soon candidates reach what references end with',
    races: normalisedGradientRaces,
  },
];
