import { cosines } from '../../representations/cosines';
import { defineMethod, type Method } from './options/Method';
import { pixelMask } from './PixelMask';
import { shearletX } from './ShearletX';
import { waveletX } from './WaveletX';

/** Every method that has a name, in the order in which charts list them. */
export const methods: readonly Method[] = [
  pixelMask,
  waveletX,
  shearletX,
  defineMethod('cosinemask', cosines, { spatialWeight: 10 }),
];
