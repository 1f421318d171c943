import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { readNpy } from '../../../src/files/tensors/readNpy';

let folder: string;
before(async () => void (folder = await mkdtemp(path.join(tmpdir(), 'startgrad-npy-'))));
after(() => rm(folder, { recursive: true }));

/** A file as `numpy.save` writes it: the header is filled with spaces to a multiple of 64 bytes. */
async function npy(
  values: Float32Array | Float64Array,
  descr: string,
  fortran = 'False',
  version = 1,
): Promise<string> {
  const header =
    `{'descr': '${descr}', 'fortran_order': ${fortran}, 'shape': (${values.length},), }`.padEnd(117) + '\n';
  const start = Buffer.from([...Buffer.from('\x93NUMPY', 'latin1'), version, 0, header.length, 0]);
  const file = path.join(folder, 'values.npy');
  await writeFile(file, Buffer.concat([start, Buffer.from(header), Buffer.from(values.buffer)]));
  return file;
}

test('float32 and float64 come back as they are', async () => {
  for (const values of [Float32Array.of(0.1, -2, Infinity), Float64Array.of(0.1, NaN, 3e300)])
    assert.deepEqual(readNpy(await npy(values, values instanceof Float32Array ? '<f4' : '<f8')), values);
});

test('what would be read wrongly is refused', async () => {
  const values = Float64Array.of(1, 2);
  const refused = async (file: Promise<string>, message: RegExp): Promise<void> => {
    const name = await file;
    assert.throws(() => readNpy(name), { name: 'TypeError', message });
  };
  await refused(npy(values, '<i8'), /values\.npy must hold <f4 or <f8, got <i8/);
  await refused(npy(values, '>f8'), /got >f8/);
  await refused(npy(values, '<f8', 'True'), /must be in C order, got .*'fortran_order': True/);
  await refused(npy(values, '<f8', 'False', 2), /must be a NumPy file of format 1\.0/);
});
