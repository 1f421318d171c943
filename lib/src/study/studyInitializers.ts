import type { Initializer } from '../initializers/Initializer';
import { initializers } from '../initializers/initializers';
import { specialInitializers } from '../initializers/specialInitializers';

/** Every initialiser that a study knows by name. */
export const studyInitializers: readonly Initializer[] = [...initializers, ...specialInitializers];
