import { foldIn } from '../random/key';
import { uniform } from '../random/uniform';
import { maskShape } from '../representations/maskShape';
import type { Initializer } from './Initializer';

/** Independent U(0, 1) entries. */
export const uniformNoise: Initializer = {
  name: 'uniform',
  initialize: ({ representation, coefficients, key }) =>
    coefficients.map((scale, index) => uniform(maskShape(representation, scale), foldIn(key, index))),
};
