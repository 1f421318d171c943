import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import fc from 'fast-check';
import { readSafetensors } from '../../../src/files/tensors/safetensors';
import { parseTorchCheckpoint, readTorchCheckpoint } from '../../../src/files/tensors/torchCheckpoint';
import { fixturePath } from '../../support/fixturePath';

/** Written by PyTorch (make_torch_checkpoint.py): the same weights three times. */
const fixture = (name: string): string => fixturePath(name);

/** A checkpoint as `torch.save` lays it out, around the given pickle of the weights. */
const around = (pickle: string, storages = Buffer.alloc(0), keys: string[] = []): Buffer => {
  const text = (value: string) => `X${String.fromCharCode(value.length)}\0\0\0${value}`;
  return Buffer.concat([
    Buffer.from('8002', 'hex'),
    Buffer.from('8a0a6cfc9c46f9206aa850192e', 'hex'),
    Buffer.from('80024de9032e', 'hex'),
    Buffer.from(`\x80\x02}${text('little_endian')}\x88s.`, 'latin1'),
    Buffer.from(`\x80\x02${pickle}.`, 'latin1'),
    Buffer.from(`\x80\x02](${keys.map(text).join('')}e.`, 'latin1'),
    storages,
  ]);
};

test('reads every tensor as PyTorch does, whatever the order of its axes', async () => {
  const { tensors } = await readSafetensors(fixture('torch_legacy.safetensors'));
  assert.equal(Object.keys(tensors).length, 10);
  assert.deepEqual(await readTorchCheckpoint(fixture('torch_legacy.pth')), tensors);
});

test('refuses a zip checkpoint and says so', async () => {
  await assert.rejects(
    readTorchCheckpoint(fixture('torch_zip.pth')),
    /torch_zip\.pth is a zip checkpoint \(PyTorch 1\.6 or later\)/,
  );
});

test('a checkpoint written by hand is read', () => {
  assert.deepEqual(parseTorchCheckpoint(around('}'), 'file'), {});
});

const refused: [string, string, RegExp][] = [
  ['a function of the operating system', 'cos\nsystem\nX\x02\0\0\0ls\x85R', /"os\.system", which is not allowed/],
  ['a class', 'c__main__\nNetwork\n)R', /"__main__\.Network", which is not allowed/],
  ['a name that JavaScript objects inherit', 'ctoString\n\n', /which is not allowed/],
  ['an opcode that makes objects', 'ccollections\nOrderedDict\n)\x81', /opcode 0x81/],
  ['an opcode of a later protocol', '\x95\0\0\0\0\0\0\0\0}', /opcode 0x95/],
  ['a call of something that is no function', 'ctorch\nFloatStorage\n)R', /calls something that is no function/],
  ['a call of text', 'X\x01\0\0\0a)R', /calls something that is no function/],
  ['an entry that is no tensor', '}X\x01\0\0\0aK\x01s', /not a named tensor/],
  ['a result that is no dict', ']', /does not hold a dict/],
  ['an empty stack', 's', /empty stack/],
  ['a group without a beginning', 't', /did not begin/],
  ['an unknown memo', 'h\x07', /recalls entry 7/],
  ['attributes of a number', 'K\x01}b', /attributes of something that is no dict/],
  ['a storage of another class', '(X\x07\0\0\0storagecos\nsystem\n', /not allowed/],
  ['an identifier that is no storage', 'X\x01\0\0\0aQ', /refers to something that is no storage/],
  ['a tensor of nothing', 'ctorch._utils\n_rebuild_tensor_v2\n(K\x01K\0)))tR', /described wrongly/],
  ['an opcode that no checkpoint of weights needs', '}0', /opcode 0x30/],
];

for (const [what, pickle, message] of refused)
  test(`refuses ${what}`, () => {
    assert.throws(() => parseTorchCheckpoint(around(pickle), 'file'), message);
    assert.throws(
      () => parseTorchCheckpoint(around(pickle), 'weights.pth'),
      /^Error: weights\.pth is not a checkpoint/,
    );
  });

test('refuses a pickle of a million operations', () => {
  assert.throws(() => parseTorchCheckpoint(around('}'.repeat(1_000_001)), 'file'), /more than 1000000 operations/);
});

test('refuses bytes after the last storage, and every truncation', async () => {
  const whole = await readFile(fixture('torch_legacy.pth'));
  assert.throws(() => parseTorchCheckpoint(Buffer.concat([whole, Buffer.alloc(3)]), 'file'), /3 bytes follow/);
  for (let length = 0; length < whole.length; length++)
    assert.throws(() => parseTorchCheckpoint(whole.subarray(0, length), 'file'), /^Error: file is not a checkpoint/);
});

/** A tensor of 2 x 2 floats in a storage of 4, with something changed. */
const square = ({ count = 4, shape = [2, 2], strides = [2, 1], offset = 0, more = '' }): string => {
  const tuple = (sizes: number[]) => `(${sizes.map((size) => `K${String.fromCharCode(size)}`).join('')}t`;
  const storage = `(X\x07\0\0\0storagectorch\nFloatStorage\nX\x01\0\0\0kX\x03\0\0\0cpuK${String.fromCharCode(count)}NtQ`;
  const parts = `${storage}K${String.fromCharCode(offset)}${tuple(shape)}${tuple(strides)}\x89N`;
  return `}X\x01\0\0\0actorch._utils\n_rebuild_tensor_v2\n(${parts}tRs${more}`;
};
const elements = Buffer.from([4, 0, 0, 0, 0, 0, 0, 0, ...new Uint8Array(Float32Array.of(1, 2, 3, 4).buffer)]);

test('reads a tensor with its rows as columns', () => {
  const read = (strides: number[]) => [
    ...parseTorchCheckpoint(around(square({ strides }), elements, ['k']), 'file').a!.data,
  ];
  assert.deepEqual(read([2, 1]), [1, 2, 3, 4]);
  assert.deepEqual(read([1, 2]), [1, 3, 2, 4]);
});

const damaged: [string, string, RegExp][] = [
  ['a tensor beyond its storage', square({ shape: [2, 3] }), /does not fill its storage/],
  ['a tensor that repeats elements', square({ strides: [0, 1] }), /does not fill its storage/],
  ['strides beyond the storage', square({ strides: [3, 2] }), /does not fill its storage/],
  ['an offset', square({ offset: 1 }), /does not fill its storage/],
  ['too few strides', square({ strides: [1] }), /does not fill its storage/],
  ['too many axes', square({ shape: [4, ...Array<number>(8).fill(1)] }), /described wrongly/],
  ['two tensors of one storage', square({ more: square({}).slice(1) }), /belongs to two tensors/],
  ['a storage of another length', square({ count: 3, shape: [3], strides: [1] }), /wrong length/],
];

for (const [what, pickle, message] of damaged)
  test(`refuses ${what}`, () => {
    assert.throws(() => parseTorchCheckpoint(around(pickle, elements, ['k']), 'file'), message);
  });

test('damaged bytes give an error that names the file, or tensors no larger than the file', async () => {
  const original = await readFile(fixture('torch_legacy.pth'));
  const damage = fc.array(fc.tuple(fc.nat(original.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(damage, (changes) => {
      const bytes = Buffer.from(original);
      for (const [position, value] of changes) bytes[position] = value;
      try {
        const tensors = Object.values(parseTorchCheckpoint(bytes, 'file'));
        assert.ok(tensors.reduce((sum, { data }) => sum + data.byteLength, 0) <= bytes.length);
      } catch (error) {
        assert.match((error as Error).message, /^file is /);
      }
    }),
    { numRuns: 5000 },
  );
});
