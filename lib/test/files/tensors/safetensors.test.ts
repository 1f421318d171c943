import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import fc from 'fast-check';
import {
  formatSafetensors,
  parseSafetensors,
  readSafetensors,
  writeSafetensors,
} from '../../../src/files/tensors/safetensors';
import { elementArrays, type ElementType, type StoredTensor } from '../../../src/files/tensors/StoredTensor';
import { fixturePath } from '../../support/fixturePath';

/** Written by Python's safetensors (make_safetensors.py). */
const reference = fixturePath('reference.safetensors');

/** A file with the given header and so many bytes of data. */
const fileOf = (header: unknown, dataBytes = 0): Buffer => {
  const json = Buffer.from(typeof header === 'string' ? header : JSON.stringify(header));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(json.length));
  return Buffer.concat([length, json, Buffer.alloc(dataBytes)]);
};

const floats = (begin: number, end: number, shape = [(end - begin) / 4]) => ({
  dtype: 'F32',
  shape,
  data_offsets: [begin, end],
});

test('reads what the reference implementation wrote', async () => {
  const { tensors, metadata } = await readSafetensors(reference);
  assert.deepEqual(metadata, { made: 'by Python' });
  assert.deepEqual(
    Object.fromEntries(Object.entries(tensors).map(([name, { dtype, shape }]) => [name, [dtype, shape]])),
    {
      bytes: ['U8', [3]],
      doubles: ['F64', [1, 2]],
      empty: ['F32', [0, 4]],
      flags: ['BOOL', [2]],
      floats: ['F32', [2, 2]],
      integers: ['I32', [2]],
      longs: ['I64', [2]],
      scalar: ['F32', []],
    },
  );
  assert.deepEqual([...tensors.doubles!.data], [0.1, -2.5e-300]);
  assert.deepEqual([...tensors.floats!.data], [1.5, -2, 3.25, Math.fround(1e-38)]);
  assert.deepEqual([...tensors.longs!.data], [2n ** 62n, -1n]);
  assert.deepEqual([...tensors.integers!.data], [-(2 ** 31), 2 ** 31 - 1]);
  assert.deepEqual([...tensors.flags!.data], [1, 0]);
});

test('writes the bytes that the reference implementation writes', async () => {
  const { tensors, metadata } = await readSafetensors(reference);
  const reordered = Object.fromEntries(Object.entries(tensors).reverse());
  assert.deepEqual(formatSafetensors(reordered, metadata), await readFile(reference));
});

const tensor: fc.Arbitrary<StoredTensor> = fc
  .record({
    dtype: fc.constantFrom(...(Object.keys(elementArrays) as ElementType[])),
    shape: fc.array(fc.nat(4), { maxLength: 4 }),
    seed: fc.uint8Array({ minLength: 1, maxLength: 64 }),
  })
  .map(({ dtype, shape, seed }) => {
    const Elements = elementArrays[dtype];
    const bytes = shape.reduce((count, size) => count * size, 1) * Elements.BYTES_PER_ELEMENT;
    return {
      dtype,
      shape,
      data: new Elements(Uint8Array.from({ length: bytes }, (_, i) => seed[i % seed.length]!).buffer),
    };
  });

test('gives back any tensors and metadata, in any order of their names', () => {
  const names = fc.string().filter((name) => name !== '__metadata__');
  fc.assert(
    fc.property(fc.dictionary(names, tensor), fc.dictionary(fc.string(), fc.string()), (tensors, metadata) => {
      const bytes = formatSafetensors(tensors, metadata);
      assert.equal(bytes.readUInt32LE(0) % 8, 0, 'the data begin at a multiple of 8');
      const read = parseSafetensors(bytes, 'file');
      assert.deepEqual({ ...read.metadata }, { ...metadata });
      assert.deepEqual(Object.keys(read.tensors).sort(), Object.keys(tensors).sort());
      for (const [name, stored] of Object.entries(tensors)) assert.deepEqual(read.tensors[name], stored);
      assert.deepEqual(formatSafetensors(read.tensors, read.metadata), bytes);
    }),
  );
});

test('any damaged byte gives an error that names the file, or well-formed tensors', async () => {
  const original = await readFile(reference);
  fc.assert(
    fc.property(fc.nat(original.length - 1), fc.nat(255), fc.nat(original.length), (position, value, length) => {
      const damaged = Buffer.from(original.subarray(0, length));
      if (position < length) damaged[position] = value;
      try {
        const { tensors } = parseSafetensors(damaged, 'mask.safetensors');
        for (const { shape, data } of Object.values(tensors))
          assert.equal(
            data.length,
            shape.reduce((count, size) => count * size, 1),
          );
      } catch (error) {
        assert.match((error as Error).message, /^mask\.safetensors is not a safetensors file: /);
      }
    }),
    { numRuns: 2000 },
  );
});

const refused: [string, Buffer, RegExp][] = [
  ['an empty file', Buffer.alloc(0), /it has 0 bytes/],
  ['a header beyond the end', Buffer.from([255, 255, 255, 255, 255, 255, 255, 255]), /header of \d+ bytes ends after/],
  ['a header that is not JSON', fileOf('{'), /header is not JSON/],
  ['a header that is not UTF-8', fileOf('').fill(0), /header is not JSON/],
  ['a header that is a list', fileOf('[]'), /not a JSON object/],
  ['metadata that are not strings', fileOf({ __metadata__: { seed: 1 } }), /metadata are not all strings/],
  ['an entry that is no object', fileOf({ a: 1 }), /tensor a is not described/],
  ['an unknown type', fileOf({ a: { ...floats(0, 4), dtype: 'F8' } }, 4), /unsupported type "F8"/],
  ['an inherited name as type', fileOf({ a: { ...floats(0, 4), dtype: 'toString' } }, 4), /unsupported type/],
  ['a negative size', fileOf({ a: floats(0, 4, [-1]) }, 4), /shape \[-1\]/],
  ['a fractional range', fileOf({ a: { ...floats(0, 4), data_offsets: [0, 3.5] } }, 4), /3\.5 must be a whole/],
  ['a range that does not fit the shape', fileOf({ a: floats(0, 4, [2]) }, 4), /has 4 bytes where its shape needs 8/],
  ['a range beyond the end', fileOf({ a: floats(0, 8) }, 4), /ends after the file/],
  ['a gap', fileOf({ a: floats(0, 4), b: floats(8, 12) }, 12), /tensor b begins at byte 8, where 4 is expected/],
  ['an overlap', fileOf({ a: floats(0, 8), b: floats(4, 12) }, 12), /tensor b begins at byte 4, where 8 is expected/],
  ['a byte order mark', fileOf('\ufeff{}'), /header is not JSON/],
  [
    'a size with a fraction of 0',
    fileOf('{"a":{"dtype":"U8","shape":[2.0],"data_offsets":[0,2]}}', 2),
    /2\.0 must be a/,
  ],
  [
    'a range with an exponent',
    fileOf('{"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2e0]}}', 2),
    /2e0 must be a whole/,
  ],
  ['a negative zero', fileOf('{"a":{"dtype":"U8","shape":[2],"data_offsets":[-0,2]}}', 2), /-0 must be a whole number/],
  ['a size of 2^53', fileOf({ a: floats(0, 0, [2 ** 53, 0]) }), /shape \[9007199254740992,0\]/],
  [
    'sizes whose product overflows',
    fileOf({ a: floats(0, 0, [2 ** 53 - 1, 2 ** 53 - 1, 0]) }),
    /whose product overflows/,
  ],
  ['half of a surrogate pair as a name', fileOf({ '\ud800': floats(0, 4) }, 4), /"\\ud800" must be well-formed/],
  ['half of a pair in the metadata', fileOf({ __metadata__: { note: 'a\udfff' } }), /"a\\udfff" must be well-formed/],
  ['a field twice', fileOf('{"a":{"dtype":"F32","dtype":"F32","shape":[1],"data_offsets":[0,4]}}', 4), /twice/],
  ['metadata twice', fileOf('{"__metadata__":{},"__metadata__":{}}'), /twice/],
  ['bytes at the end', fileOf({ a: floats(0, 4) }, 5), /1 bytes follow/],
];

for (const [what, bytes, message] of refused)
  test(`refuses ${what}`, () => {
    assert.throws(() => parseSafetensors(bytes, 'file'), message);
  });

test('reads what is rare but right: a whole pair, escapes, numbers and brackets within texts, sizes after a 0', () => {
  const names = ['\u{1f600}', 'a"b\\', '2.0', '":1', '__proto__'];
  const header = Object.fromEntries([...names.map((name, i): [string, object] => [name, floats(4 * i, 4 * i + 4)]), ['empty', floats(20, 20, [0, 2 ** 40, 2 ** 40])]]); // prettier-ignore
  assert.deepEqual(Object.keys(parseSafetensors(fileOf(header, 20), 'file').tensors), [...names, 'empty']);
});

test('refuses to write a name that no reader takes', () => {
  const mask = { dtype: 'F32', shape: [1], data: new Float32Array(1) } as const;
  assert.throws(
    () => formatSafetensors({ '\ud800': mask }),
    /names and metadata must be well-formed texts, got "\\ud800"/,
  );
  assert.throws(() => formatSafetensors({ mask }, { note: 'a\udfff' }), /must be well-formed texts, got "a\\udfff"/);
});

test('refuses to write data that do not fit their shape or type', () => {
  const data = new Float32Array(3);
  assert.throws(
    () => formatSafetensors({ mask: { dtype: 'F32', shape: [2, 2], data } }),
    /tensor mask must hold 4 elements/,
  );
  assert.throws(
    () => formatSafetensors({ mask: { dtype: 'I32', shape: [3], data } }),
    /tensor mask must hold 3 elements of I32/,
  );
});

test('writes a file that is read back, and leaves no temporary file', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'safetensors-'));
  try {
    const file = path.join(folder, 'mask.safetensors');
    const tensors = { mask: { dtype: 'F32', shape: [2], data: Float32Array.of(0.25, 1) } } as const;
    await writeSafetensors(file, tensors, { seed: '1' });
    assert.deepEqual(await readSafetensors(file), { tensors, metadata: { seed: '1' } });
    assert.deepEqual(await readdir(folder), ['mask.safetensors']);
    await assert.rejects(readSafetensors(path.join(folder, 'other')), { code: 'ENOENT' });
  } finally {
    await rm(folder, { recursive: true });
  }
});
