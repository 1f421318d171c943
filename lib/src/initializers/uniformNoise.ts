import { foldIn } from '../random/key';
import { uniform } from '../random/uniform';
import type { Initializer } from './Initializer';

/** Independent U(0, 1) entries. */
export const uniformNoise: Initializer = {
  name: 'uniform',
  initialise: ({ shapes, key }) => shapes.map((shape, scale) => uniform([...shape], foldIn(key, scale))),
};
