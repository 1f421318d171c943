import { memoize, range } from 'lodash';
import { positiveInteger } from '../../validation/positiveInteger';
import { fanResponse, highpassResponse, lowpassResponse } from './filters';

/** Where a shearlet lies: its cone (1: horizontal frequencies, 2: vertical, 0: the low-pass), its scale (1: coarsest), its shear. */
export interface ShearletIndex {
  readonly cone: 0 | 1 | 2;
  readonly scale: number;
  readonly shear: number;
}

export interface ShearletSystem {
  readonly size: number;
  readonly scales: number;
  /** Cone 1, then cone 2, each from coarse to fine; the low-pass last. */
  readonly index: readonly ShearletIndex[];
  /** ψₖ(ωy, ωx) `[shearlet, size, size]`, frequency 0 first. */
  readonly responses: Float32Array;
}

/** The shear level s of a scale: shears from -2ˢ to 2ˢ. */
const shearLevel = (scale: number): number => Math.ceil(scale / 2);

/**
 * The cone-adapted digital shearlet system: frequency responses, all real and even.
 *
 * Kutyniok, Lim and Reisenhofer, ShearLab 3D: Faithful Digital Shearlet Transforms Based on Compactly Supported Shearlets, ACM
 * TOMS 42 (2016), in the frequency domain. With η = (ωx + 2πa) / 2ˢ, the wedge of shear level s and shear k is
 *
 *     W(ωy, ωx) = Σ ĥₛ(η)² ĥₛ₊₁(ωy - kη) P̂(2ˢ⁺¹(ωy - kη), ωx)   over a = 0 … 2ˢ - 1,
 *
 * (the sum: every 2ˢ-th column is kept; the argument: the shear), and ψ = W(ωy, ωx) ĝ_{J-j+1}(ωx) in cone 1 at scale j of J. Cone 2
 * swaps the axes and leaves out |k| = 2ˢ, the diagonals. The low-pass is ĥ_J(ωy) ĥ_J(ωx).
 *
 * @param size even number of pixels a side, from 64
 * @param scales J
 * @throws RangeError where the size or the number of scales is not allowed
 * @example
 * shearletSystem(256, 4).index.length // => 49
 */
export function shearletSystem(size: number, scales: number): ShearletSystem {
  if (!(Number.isInteger(size) && size >= 64 && size % 2 === 0))
    throw new RangeError(`size must be an even number from 64, got ${size}`);
  positiveInteger('scales', scales);

  const ω = range(size).map((n) => (2 * Math.PI * n) / size);
  const fan = tabulate(size, (y, x) => fanResponse(ω[y]!, ω[x]!));
  const wedge = memoize(
    (level: number, shear: number) => wedgeResponse(size, level, shear, fan),
    (...key) => key.join(),
  );
  const lowpass = ω.map((angle) => lowpassResponse(scales, angle));

  const index = shearletIndex(scales);
  const responses = new Float32Array(index.length * size * size);
  index.forEach((shearlet, k) => {
    responses.set(response(shearlet), k * size * size);
  });
  return { size, scales, index, responses };

  function response({ cone, scale, shear }: ShearletIndex): Float64Array {
    if (cone === 0) return tabulate(size, (y, x) => lowpass[y]! * lowpass[x]!);
    const highpass = ω.map((angle) => highpassResponse(scales - scale + 1, angle));
    const W = wedge(shearLevel(scale), cone === 1 ? shear : -shear);
    return cone === 1
      ? tabulate(size, (y, x) => W[y * size + x]! * highpass[x]!)
      : tabulate(size, (y, x) => W[x * size + y]! * highpass[y]!);
  }
}

/** The shearlets of a system in their order. */
export function shearletIndex(scales: number): ShearletIndex[] {
  const cone = (cone: 1 | 2): ShearletIndex[] =>
    range(1, scales + 1).flatMap((scale) => {
      const steepest = 2 ** shearLevel(scale) - (cone - 1);
      return range(-steepest, steepest + 1).map((shear) => ({ cone, scale, shear }));
    });
  return [...cone(1), ...cone(2), { cone: 0, scale: 0, shear: 0 }];
}

/** W of one shear level and shear. All angles are multiples of 2π / (2ˢ size), so that tables hold every factor. */
function wedgeResponse(size: number, level: number, shear: number, fan: Float64Array): Float64Array {
  const copies = 2 ** level;
  const angles = copies * size;
  const smooth = range(angles).map((q) => lowpassResponse(level, (2 * Math.PI * q) / angles) ** 2);
  const narrow = range(angles).map((q) => lowpassResponse(level + 1, (2 * Math.PI * q) / angles));
  return tabulate(size, (y, x) => {
    let W = 0;
    for (let η = x; η < angles; η += size) {
      const sheared = modulo(copies * y - shear * η, angles);
      W += smooth[η]! * narrow[sheared]! * fan[((2 * sheared) % size) * size + x]!;
    }
    return W;
  });
}

const modulo = (value: number, modulus: number): number => ((value % modulus) + modulus) % modulus;

function tabulate(size: number, f: (y: number, x: number) => number): Float64Array {
  const table = new Float64Array(size * size);
  for (let y = 0; y < size; y++) for (let x = 0; x < size; x++) table[y * size + x] = f(y, x);
  return table;
}
