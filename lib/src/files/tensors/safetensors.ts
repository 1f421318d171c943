/** The safetensors format: a JSON header (names, types, shapes, byte ranges), then the bytes. https://github.com/huggingface/safetensors */
import { readFile } from 'node:fs/promises';
import writeFileAtomic from 'write-file-atomic';
import { hasLoneSurrogate, parseStrictJson } from './parseStrictJson';
import {
  copyElements,
  elementArrays,
  elementCount,
  isCountable,
  isElementType,
  isSize,
  type StoredTensor,
} from './StoredTensor';

export interface Safetensors {
  readonly tensors: Readonly<Record<string, StoredTensor>>;
  readonly metadata: Readonly<Record<string, string>>;
}

const lengthBytes = 8;

/**
 * Reads a safetensors file.
 *
 * @throws if the file cannot be read, or is not a well-formed safetensors file; the message names it
 * @example
 * (await readSafetensors('mask.safetensors')).tensors.mask.shape // => [1, 224, 224, 1]
 */
export async function readSafetensors(path: string): Promise<Safetensors> {
  return parseSafetensors(await readFile(path), path);
}

/**
 * Writes a safetensors file; a file of that name is there complete or not at all. The same tensors and metadata give the same bytes.
 *
 * @throws if a tensor's data does not fit its shape and type, or the file cannot be written
 */
export async function writeSafetensors(
  path: string,
  tensors: Safetensors['tensors'],
  metadata: Safetensors['metadata'] = {},
): Promise<void> {
  await writeFileAtomic(path, formatSafetensors(tensors, metadata));
}

/** The bytes of a safetensors file, in the reference implementation's order: widest elements first, so that all are aligned, then by name. */
export function formatSafetensors(tensors: Safetensors['tensors'], metadata: Safetensors['metadata'] = {}): Buffer {
  const lone = [...Object.keys(tensors), ...Object.entries(metadata).flat()].find(hasLoneSurrogate);
  if (lone !== undefined) throw new Error(`names and metadata must be well-formed texts, got ${JSON.stringify(lone)}`);
  const entries: [string, unknown][] = [];
  if (Object.keys(metadata).length > 0)
    entries.push(['__metadata__', Object.fromEntries(Object.entries(metadata).sort(byName))]);
  let end = 0;
  const parts: Uint8Array[] = [];
  for (const [name, { dtype, shape, data }] of Object.entries(tensors).sort(byTypeThenName)) {
    if (!(data instanceof elementArrays[dtype]) || data.length !== elementCount(shape))
      throw new Error(`tensor ${name} must hold ${elementCount(shape)} elements of ${dtype}, got ${data.length}`);
    entries.push([name, { dtype, shape, data_offsets: [end, (end += data.byteLength)] }]);
    parts.push(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
  }
  const json = Buffer.from(JSON.stringify(Object.fromEntries(entries)));
  const padded = Buffer.alloc(Math.ceil(json.length / lengthBytes) * lengthBytes, ' ');
  json.copy(padded);
  const length = Buffer.alloc(lengthBytes);
  length.writeBigUInt64LE(BigInt(padded.length));
  return Buffer.concat([length, padded, ...parts]);
}

/** Reads the bytes of a safetensors file; `name` is what error messages call it. */
export function parseSafetensors(bytes: Uint8Array, name: string): Safetensors {
  const fail = (reason: string): never => {
    throw new Error(`${name} is not a safetensors file: ${reason}`);
  };
  if (bytes.length < lengthBytes) fail(`it has ${bytes.length} bytes`);
  const length = Number(Buffer.from(bytes.buffer, bytes.byteOffset).readBigUInt64LE());
  const start = lengthBytes + length;
  if (start > bytes.length) fail(`its header of ${length} bytes ends after the file of ${bytes.length}`);
  const { __metadata__: metadata = {}, ...entries } = parseHeader(bytes.subarray(lengthBytes, start), fail);
  if (!isRecord(metadata) || !Object.values(metadata).every((value) => typeof value === 'string'))
    fail('its metadata are not all strings');

  let end = 0;
  const tensors = Object.entries(entries)
    .map(([key, entry]) => ({ key, ...checkEntry(key, entry, fail) }))
    .sort((a, b) => a.begin - b.begin || a.end - b.end)
    .map(({ key, dtype, shape, ...range }) => {
      if (range.begin !== end) fail(`tensor ${key} begins at byte ${range.begin}, where ${end} is expected`);
      end = range.end;
      if (start + end > bytes.length) fail(`tensor ${key} ends after the file`);
      return [
        key,
        { dtype, shape, data: copyElements(bytes, dtype, start + range.begin, elementCount(shape)) },
      ] as const;
    });
  if (start + end !== bytes.length) fail(`${bytes.length - start - end} bytes follow the last tensor`);
  return { tensors: Object.fromEntries(tensors), metadata: metadata as Record<string, string> };
}

type Fail = (reason: string) => never;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parseHeader(bytes: Uint8Array, fail: Fail): Record<string, unknown> {
  let header: unknown;
  try {
    header = parseStrictJson(bytes);
  } catch (error) {
    fail(`its header is not JSON (${(error as Error).message})`);
  }
  return isRecord(header) ? header : fail('its header is not a JSON object');
}

function checkEntry(key: string, entry: unknown, fail: Fail) {
  if (!isRecord(entry)) return fail(`tensor ${key} is not described by an object`);
  const { dtype, shape, data_offsets: offsets } = entry;
  if (!isElementType(dtype)) return fail(`tensor ${key} has the unsupported type ${JSON.stringify(dtype)}`);
  if (!Array.isArray(shape) || !shape.every(isSize))
    return fail(`tensor ${key} has the shape ${JSON.stringify(shape)}`);
  if (!Array.isArray(offsets) || offsets.length !== 2 || !offsets.every(isSize))
    return fail(`tensor ${key} has the byte range ${JSON.stringify(offsets)}`);
  if (!isCountable(shape)) return fail(`tensor ${key} has the shape ${JSON.stringify(shape)}, whose product overflows`);
  const [begin, end] = offsets as [number, number];
  const expected = elementCount(shape) * elementArrays[dtype].BYTES_PER_ELEMENT;
  if (end - begin !== expected) return fail(`tensor ${key} has ${end - begin} bytes where its shape needs ${expected}`);
  return { dtype, shape, begin, end };
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

const order = Object.keys(elementArrays);

const byTypeThenName = (a: readonly [string, StoredTensor], b: readonly [string, StoredTensor]): number =>
  order.indexOf(a[1].dtype) - order.indexOf(b[1].dtype) || byName(a, b);
