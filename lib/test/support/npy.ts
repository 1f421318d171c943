import { readFileSync } from 'node:fs';

/** The float32 values of a NumPy file (format 1.0: magic, version, header length at byte 8, header, data). */
export function readNpy(file: string): Float32Array {
  const bytes = readFileSync(file);
  const data = bytes.subarray(10 + bytes.readUInt16LE(8));
  return new Float32Array(Uint8Array.from(data).buffer);
}
