import { allOnes } from './allOnes';
import { attributionMasks } from './attributionMasks';
import type { Initializer } from './Initializer';
import { minMax, sqrtMinMax } from './minMax';
import { startGrad } from './startGrad';
import { startGradShared } from './startGradShared';
import { uniformNoise } from './uniformNoise';

/** Every initialiser that has a name, in the order in which charts list them; what some of them need, their `fits` says. */
export const initializers: readonly Initializer[] = [
  startGrad,
  allOnes,
  uniformNoise,
  minMax,
  sqrtMinMax,
  startGradShared,
  ...attributionMasks,
];
