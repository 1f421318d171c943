/** Weights saved by `torch.save` before PyTorch 1.6: pickles (magic number, protocol, system, tensors, storage keys), then raw storages. */
import { readFile } from 'node:fs/promises';
import { copyElements, type StoredTensor } from './StoredTensor';
import { findStorage, torchGlobals, TorchTensor, type TorchStorage } from './torchCheckpointTensors';
import { unpickle } from './unpickle';

const magicNumber = 0x1950a86a20f9469cfc6cn;
const protocolVersion = 1001;
const countBytes = 8;

/**
 * Reads the tensors of a checkpoint in PyTorch's legacy format. It only ever builds tensors: the names and operations that it
 * understands are listed, each is handled by our own code, and nothing in the file is executed.
 *
 * @throws if the file cannot be read, contains anything but a dict of tensors with a storage each, or is damaged; the message
 * names it
 * @example
 * (await readTorchCheckpoint('efficientnet-lite0.pth'))['_fc.bias'].shape // => [1000]
 */
export async function readTorchCheckpoint(path: string): Promise<Record<string, StoredTensor>> {
  return parseTorchCheckpoint(await readFile(path), path);
}

/** Reads the bytes of a checkpoint; `name` is what error messages call it. */
export function parseTorchCheckpoint(bytes: Buffer, name: string): Record<string, StoredTensor> {
  if (bytes.subarray(0, 2).toString('latin1') === 'PK')
    throw new Error(
      `${name} is a zip checkpoint (PyTorch 1.6 or later), which is not supported: only the older format is`,
    );
  try {
    return readParts(bytes);
  } catch (error) {
    throw new Error(`${name} is not a checkpoint that can be read: ${(error as Error).message}`, { cause: error });
  }
}

function readParts(bytes: Buffer): Record<string, StoredTensor> {
  const magic = unpickle(bytes, 0);
  if (magic.value !== magicNumber) fail('the magic number is missing');
  const protocol = unpickle(bytes, magic.end);
  if (protocol.value !== protocolVersion) fail(`its protocol is not ${protocolVersion}`);
  const system = unpickle(bytes, protocol.end);
  if (!(system.value instanceof Map) || system.value.get('little_endian') !== true) fail('it is not little-endian');

  const storages = new Map<string, TorchStorage>();
  const tensors = unpickle(bytes, system.end, torchGlobals, (identifier) =>
    findStorage(storages, identifier, bytes.length),
  );
  const keys = unpickle(bytes, tensors.end);
  readStorages(bytes, keys.end, keys.value, storages);

  if (!(tensors.value instanceof Map)) return fail('it does not hold a dict of tensors');
  const entries = [...(tensors.value as Map<unknown, unknown>)].map(([key, tensor]) => {
    if (typeof key !== 'string' || !(tensor instanceof TorchTensor)) return fail('an entry is not a named tensor');
    return [key, tensor.stored()] as const;
  });
  return Object.fromEntries(entries);
}

/** The storages follow in the order of their keys: the number of elements, then the elements; nothing comes after the last one. */
function readStorages(bytes: Buffer, begin: number, keys: unknown, storages: Map<string, TorchStorage>): void {
  if (!Array.isArray(keys) || keys.length !== storages.size) return fail('its list of storages is wrong');
  let position = begin;
  for (const key of keys as unknown[]) {
    const storage = storages.get(key as string);
    if (!storage || storage.data) return fail('its list of storages has a wrong entry');
    const data = position + countBytes;
    if (data + storage.bytes > bytes.length) return fail('it ends early');
    if (bytes.readBigUInt64LE(position) !== BigInt(storage.count))
      return fail(`storage ${String(key)} has a wrong length`);
    storage.data = copyElements(bytes, storage.dtype, data, storage.count);
    position = data + storage.bytes;
  }
  if (position !== bytes.length) return fail(`${bytes.length - position} bytes follow the last storage`);
}

function fail(reason: string): never {
  throw new Error(reason);
}
