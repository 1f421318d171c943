import { attributionMasks } from './attributionMasks';
import type { Initializer } from './Initializer';
import { startGradShared } from './startGradShared';

/** Initialisers that fit only some methods or options, for studies that compare with them: their shape is checked as any is. */
export const specialInitializers: readonly Initializer[] = [startGradShared, ...attributionMasks];
