import { maskSizeRaces, normalisedGradientRaces, type SpeedUpRace } from '../../lib/src/study/speedUpRaces';

/** What is raced, drawn and tabulated under a name. */
export const speedUpStudies: readonly { name: string; caption: string; races: readonly SpeedUpRace[] }[] = [
  {
    name: 'mask-size',
    caption:
      'ShearletX by the size of its mask and the released clamp: how soon candidates reach what references end with',
    races: maskSizeRaces,
  },
  {
    name: 'normalised-gradient',
    caption: 'ShearletX without and with its gradient normalised: how soon candidates reach what references end with',
    races: normalisedGradientRaces,
  },
];
