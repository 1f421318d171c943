import { readFileSync } from 'node:fs';

const magic = '\x93NUMPY\x01\x00';
const types = { '<f4': Float32Array, '<f8': Float64Array };

/**
 * The values of a NumPy file of little-endian float32 or float64 in C order (format 1.0: magic, version, header length at byte 8,
 * header, data; https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html), the last axis running fastest.
 *
 * @throws TypeError, naming the file, where it is none, or of another type or order
 * @example
 * const scores = readNpy('cp_pixel_uniform.npy'); // of 250 images and 300 steps
 * scores.length // => 75000
 */
export function readNpy(file: string): Float32Array | Float64Array {
  const bytes = readFileSync(file);
  if (bytes.toString('latin1', 0, magic.length) !== magic)
    throw new TypeError(`${file} must be a NumPy file of format 1.0, got another`);
  const end = 10 + bytes.readUInt16LE(8);
  const header = bytes.toString('latin1', 10, end);
  const type = /'descr': '(.*?)'/.exec(header)?.[1];
  if (type !== '<f4' && type !== '<f8') throw new TypeError(`${file} must hold <f4 or <f8, got ${type}`);
  if (!header.includes("'fortran_order': False"))
    throw new TypeError(`${file} must be in C order, got ${header.trim()}`);
  return new types[type](Uint8Array.from(bytes.subarray(end)).buffer);
}
