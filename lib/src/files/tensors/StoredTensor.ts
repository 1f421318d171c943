/** The element types that our files hold: their safetensors name and the array that carries them, in the order of safetensors files. */
export const elementArrays = {
  I64: BigInt64Array,
  F64: Float64Array,
  F32: Float32Array,
  I32: Int32Array,
  I16: Int16Array,
  I8: Int8Array,
  U8: Uint8Array,
  BOOL: Uint8Array,
} as const;

export type ElementType = keyof typeof elementArrays;

/** A tensor as data on disk: row-major elements, without TensorFlow. */
export interface StoredTensor {
  readonly dtype: ElementType;
  readonly shape: readonly number[];
  readonly data: BigInt64Array | Float64Array | Float32Array | Int32Array | Int16Array | Int8Array | Uint8Array;
}

export const isElementType = (name: unknown): name is ElementType =>
  typeof name === 'string' && Object.hasOwn(elementArrays, name);

export const isSize = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

export const elementCount = (shape: readonly number[]): number => shape.reduce((count, size) => count * size, 1);

/** Whether the product of sizes can be counted, from left to right and before a size of 0 hides how large the others are. */
export const isCountable = (shape: readonly number[]): boolean =>
  shape.every((_, axis) => Number.isSafeInteger(elementCount(shape.slice(0, axis + 1))));

/** Copies `count` little-endian elements that begin at byte `begin`, which the caller has checked to be there. */
export function copyElements(
  bytes: Uint8Array,
  dtype: ElementType,
  begin: number,
  count: number,
): StoredTensor['data'] {
  const Elements = elementArrays[dtype];
  return new Elements(new Uint8Array(bytes.subarray(begin, begin + count * Elements.BYTES_PER_ELEMENT)).buffer);
}
