import { rawOp } from './rawOp';
import * as tf from './tf';

const complex = { type: 'complex64' } as const;
const real = { type: 'float32' } as const;

/** The discrete Fourier transform over the last two axes of a complex tensor. */
export const fourier2d = (x: tf.Tensor): tf.Tensor => rawOp('FFT2D', [x], { Tcomplex: complex });

/** The inverse of `fourier2d`. */
export const inverseFourier2d = (x: tf.Tensor): tf.Tensor => rawOp('IFFT2D', [x], { Tcomplex: complex });

/** Views a real tensor `[…, 2]` as a complex one `[…]`; nothing is copied. */
export const asComplex = (x: tf.Tensor): tf.Tensor => rawOp('Bitcast', [x], { T: real, type: complex });

/** Views a complex tensor `[…]` as a real one `[…, 2]`; nothing is copied. */
export const asReal = (x: tf.Tensor): tf.Tensor => rawOp('Bitcast', [x], { T: complex, type: real });
