import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { formatSafetensors, parseSafetensors } from '../../files/tensors/safetensors';
import { shearletIndex, shearletSystem, type ShearletSystem } from './shearletSystem';

/** Changes whenever the system of a size changes, so that files of an older version are built again. */
const VERSION = '1';

/**
 * The shearlet system of a size, read from the folder if it was built before; a missing, damaged or outdated file is replaced.
 *
 * @throws RangeError as `shearletSystem`
 */
export function cachedShearletSystem(size: number, scales: number, folder: string): ShearletSystem {
  const file = path.join(folder, `shearlets-${size}-${scales}.safetensors`);
  const responses = readResponses(file);
  if (responses) return { size, scales, index: shearletIndex(scales), responses };

  const system = shearletSystem(size, scales);
  const tensor = { dtype: 'F32', shape: [system.index.length, size, size], data: system.responses } as const;
  try {
    mkdirSync(folder, { recursive: true });
    const metadata = { version: VERSION, sha256: sha256(system.responses) };
    writeFileAtomic.sync(file, formatSafetensors({ responses: tensor }, metadata));
  } catch (error) {
    process.emitWarning(`${file} cannot be written (${String(error)}): the shearlets are built again next time`);
  }
  return system;
}

/** The stored responses, or undefined where the file is missing or not exactly what was written. */
function readResponses(file: string): Float32Array | undefined {
  try {
    const { tensors, metadata } = parseSafetensors(readFileSync(file), file);
    const { data } = tensors.responses!;
    if (metadata.version === VERSION && metadata.sha256 === sha256(data as Float32Array)) return data as Float32Array;
  } catch {
    return undefined;
  }
  return undefined;
}

function sha256(values: Float32Array): string {
  return createHash('sha256').update(values).digest('hex');
}
