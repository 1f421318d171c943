import { allOnes } from './allOnes';
import type { Initializer } from './Initializer';
import { minMax, sqrtMinMax } from './minMax';
import { startGrad } from './startGrad';
import { uniformNoise } from './uniformNoise';

/** Every initialiser that has a name, in the order in which charts list them. */
export const initializers: readonly Initializer[] = [startGrad, allOnes, uniformNoise, minMax, sqrtMinMax];
