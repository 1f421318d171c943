/** The state of a pickle machine and the steps that its operations are made of; every step checks that it is possible. */

/** What a pickle may name, by its Python name (`module.name`): our own functions, which it may call, and constants. */
export type AllowedGlobals = Readonly<Record<string, unknown>>;

/** What is read, and what has been built so far. */
export interface PickleMachine {
  readonly bytes: Buffer;
  readonly globals: AllowedGlobals;
  readonly persistent: (identifier: unknown) => unknown;
  readonly memo: Map<number, unknown>;
  /** Stacks that a MARK set aside. */
  readonly marked: unknown[][];
  stack: unknown[];
  position: number;
}

export function refuse(reason: string): never {
  throw new Error(`the pickle is refused: ${reason}`);
}

export function take(m: PickleMachine, count: number): Buffer {
  if (m.position + count > m.bytes.length) return refuse('it ends early');
  return m.bytes.subarray(m.position, (m.position += count));
}

export function takeLine(m: PickleMachine): string {
  const end = m.bytes.indexOf('\n', m.position);
  const line = take(m, end < 0 ? Infinity : end + 1 - m.position);
  return line.toString('utf8', 0, line.length - 1);
}

export function pop(m: PickleMachine): unknown {
  return m.stack.length > 0 ? m.stack.pop() : refuse('it takes from an empty stack');
}

export function top(m: PickleMachine): unknown {
  return m.stack.length > 0 ? m.stack.at(-1) : refuse('it takes from an empty stack');
}

export function popToMark(m: PickleMachine): unknown[] {
  const items = m.stack;
  m.stack = m.marked.pop() ?? refuse('it ends a group that it did not begin');
  return items;
}

export function setItems(m: PickleMachine, items: unknown[]): void {
  const dict = top(m);
  if (!(dict instanceof Map) || items.length % 2 !== 0) return refuse('it sets items of something that is no dict');
  for (let i = 0; i < items.length; i += 2) (dict as Map<unknown, unknown>).set(items[i], items[i + 1]);
}

export function recall(m: PickleMachine, index: number): unknown {
  return m.memo.has(index) ? m.memo.get(index) : refuse(`it recalls entry ${index}, which it did not store`);
}

export function findGlobal(m: PickleMachine, name: string): unknown {
  return Object.hasOwn(m.globals, name)
    ? m.globals[name]
    : refuse(`it contains ${JSON.stringify(name)}, which is not allowed`);
}

export function littleEndian(bytes: Buffer): bigint {
  const magnitude = bytes.reduceRight((value, byte) => value * 256n + BigInt(byte), 0n);
  return BigInt.asIntN(8 * bytes.length, magnitude);
}
