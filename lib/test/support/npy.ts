import { readFileSync } from 'node:fs';

/** The float32 or float64 values of a NumPy file (format 1.0: magic, version, header length at byte 8, header, data). */
export function readNpy(file: string): Float32Array | Float64Array {
  const bytes = readFileSync(file);
  const end = 10 + bytes.readUInt16LE(8);
  const { buffer } = Uint8Array.from(bytes.subarray(end));
  return bytes.subarray(10, end).includes("'<f8'") ? new Float64Array(buffer) : new Float32Array(buffer);
}
