/** What a checkpoint's pickle may name, each built by our own code: storages (runs of elements) and tensors (one view of one storage). */
import { elementArrays, elementCount, isSize, type ElementType, type StoredTensor } from './StoredTensor';

/** A run of elements; its data follow the pickles. */
export class TorchStorage {
  data: StoredTensor['data'] | undefined;
  /** A storage belongs to one tensor, so tensors never need more memory than the file. */
  taken = false;
  constructor(
    readonly dtype: ElementType,
    readonly count: number,
  ) {}

  get bytes(): number {
    return this.count * elementArrays[this.dtype].BYTES_PER_ELEMENT;
  }
}

/** A tensor before its storage is read: which element of the storage lies where. */
export class TorchTensor {
  private rowMajor: StoredTensor | undefined;
  constructor(
    readonly storage: TorchStorage,
    readonly shape: readonly number[],
    readonly strides: readonly number[],
  ) {}

  /** The tensor with its elements in row-major order. */
  stored(): StoredTensor {
    return (this.rowMajor ??= this.reorder());
  }

  private reorder(): StoredTensor {
    const { shape, storage, strides } = this;
    const data = storage.data!.slice();
    const index = shape.map(() => 0);
    for (let i = 0, at = 0; i < data.length; i++) {
      data[i] = storage.data![at]!;
      for (let axis = shape.length - 1; axis >= 0; axis--) {
        at += strides[axis]!;
        if (++index[axis]! < shape[axis]!) break;
        at -= strides[axis]! * shape[axis]!;
        index[axis] = 0;
      }
    }
    return { dtype: storage.dtype, shape, data };
  }
}

class StorageType {
  constructor(readonly dtype: ElementType) {}
}

/** The names that a checkpoint of weights contains; any other class or function is refused. */
export const torchGlobals = {
  'collections.OrderedDict': () => new Map(),
  'torch._utils._rebuild_tensor_v2': rebuildTensor,
  'torch.FloatStorage': new StorageType('F32'),
  'torch.DoubleStorage': new StorageType('F64'),
  'torch.LongStorage': new StorageType('I64'),
  'torch.IntStorage': new StorageType('I32'),
};

/**
 * The storage behind a persistent identifier `('storage', type, key, device, number of elements, view)`, kept in `storages`.
 *
 * @throws if the identifier is malformed, or the storage larger than the file
 */
export function findStorage(storages: Map<string, TorchStorage>, identifier: unknown, fileBytes: number): TorchStorage {
  const [kind, type, key, , count, view] = Array.isArray(identifier) ? (identifier as unknown[]) : [];
  if (
    kind !== 'storage' ||
    !(type instanceof StorageType) ||
    typeof key !== 'string' ||
    !isSize(count) ||
    view !== null
  )
    throw new Error('it refers to something that is no storage');
  if (storages.has(key)) throw new Error(`storage ${key} belongs to two tensors`);
  const storage = new TorchStorage(type.dtype, count);
  if (storage.bytes > fileBytes) throw new Error(`storage ${key} is larger than the file`);
  storages.set(key, storage);
  return storage;
}

function rebuildTensor(storage: unknown, offset: unknown, shape: unknown, strides: unknown): TorchTensor {
  if (!(storage instanceof TorchStorage) || storage.taken || !isSizes(shape) || !isSizes(strides))
    throw new Error('a tensor is described wrongly');
  // offset 0, and the last element of the tensor is the last of the storage: together they are exactly as long
  const last = shape.reduce((sum, size, axis) => sum + (size - 1) * strides[axis]!, 0);
  const whole = offset === 0 && shape.length === strides.length && elementCount(shape) === storage.count;
  if (!whole || (storage.count > 0 && last !== storage.count - 1))
    throw new Error('a tensor does not fill its storage');
  storage.taken = true;
  return new TorchTensor(storage, shape, strides);
}

const mostAxes = 8;

const isSizes = (value: unknown): value is number[] =>
  Array.isArray(value) && value.length <= mostAxes && value.every(isSize);
