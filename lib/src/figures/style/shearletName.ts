import type { ShearletIndex } from '../../representations/shearlet/shearletSystem';

/**
 * Where a shearlet lies, in words.
 *
 * @example
 * shearletName({ cone: 1, scale: 3, shear: -4 }) // => 'scale 3, cone 1, shear -4'
 */
export function shearletName({ cone, scale, shear }: ShearletIndex): string {
  return cone === 0 ? 'low-pass' : `scale ${scale}, cone ${cone}, shear ${shear}`;
}
