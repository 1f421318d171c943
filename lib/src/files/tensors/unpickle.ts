/** A pickle machine that builds plain data only: nothing that a pickle names is imported, and nothing is executed but what the caller allows. */
import {
  findGlobal,
  littleEndian,
  pop,
  popToMark,
  recall,
  refuse,
  setItems,
  take,
  takeLine,
  top,
  type AllowedGlobals,
  type PickleMachine,
} from './PickleMachine';

/** What a pickle became: numbers, strings, arrays (tuples and lists), maps (dicts), and the results of allowed functions. */
export interface Unpickled {
  readonly value: unknown;
  /** The position of the first byte after the pickle. */
  readonly end: number;
}

/**
 * Reads one pickle (protocol 2) that begins at byte `position`.
 *
 * @param persistent gives the object behind a persistent identifier
 * @throws on an opcode or a name outside the allow-lists, on a malformed pickle, and where it ends early
 */
export function unpickle(
  bytes: Buffer,
  position: number,
  globals: AllowedGlobals = {},
  persistent: (identifier: unknown) => unknown = () => refuse('it refers to outside objects'),
): Unpickled {
  const machine: PickleMachine = { bytes, globals, persistent, memo: new Map(), marked: [], stack: [], position };
  for (let count = 0; count < mostOperations; count++) {
    const code = take(machine, 1)[0]!;
    if (code === stop) return { value: pop(machine), end: machine.position };
    const operation = operations[code];
    if (!operation) return refuse(`it uses the opcode 0x${code.toString(16)} at byte ${machine.position - 1}`);
    operation(machine);
  }
  return refuse(`it has more than ${mostOperations} operations`);
}

/** Bounds time and memory on hostile files: a checkpoint needs about 40 operations a tensor. */
const mostOperations = 1_000_000;

const stop = '.'.charCodeAt(0);

const operations: Readonly<Record<number, (machine: PickleMachine) => void>> = {
  // the protocol's number, and constants
  0x80: (m) => take(m, 1),
  [code('N')]: (m) => m.stack.push(null),
  0x88: (m) => m.stack.push(true),
  0x89: (m) => m.stack.push(false),
  [code('K')]: (m) => m.stack.push(take(m, 1).readUInt8()),
  [code('M')]: (m) => m.stack.push(take(m, 2).readUInt16LE()),
  [code('J')]: (m) => m.stack.push(take(m, 4).readInt32LE()),
  0x8a: (m) => m.stack.push(littleEndian(take(m, take(m, 1).readUInt8()))),
  [code('X')]: (m) => m.stack.push(take(m, take(m, 4).readUInt32LE()).toString('utf8')),
  // tuples, lists, dicts
  [code('(')]: (m) => {
    m.marked.push(m.stack);
    m.stack = [];
  },
  [code(')')]: (m) => m.stack.push([]),
  0x85: (m) => m.stack.push([pop(m)]),
  0x86: (m) => m.stack.push([pop(m), pop(m)].reverse()),
  0x87: (m) => m.stack.push([pop(m), pop(m), pop(m)].reverse()),
  [code('t')]: (m) => {
    const items = popToMark(m);
    m.stack.push(items);
  },
  [code(']')]: (m) => m.stack.push([]),
  [code('e')]: (m) => {
    const items = popToMark(m);
    const list = top(m);
    if (!Array.isArray(list)) refuse('it appends to something that is no list');
    for (const item of items) (list as unknown[]).push(item);
  },
  [code('}')]: (m) => m.stack.push(new Map()),
  [code('s')]: (m) => {
    setItems(m, [pop(m), pop(m)].reverse());
  },
  [code('u')]: (m) => {
    setItems(m, popToMark(m));
  },
  // the memo
  [code('q')]: (m) => m.memo.set(take(m, 1).readUInt8(), top(m)),
  [code('r')]: (m) => m.memo.set(take(m, 4).readUInt32LE(), top(m)),
  [code('h')]: (m) => m.stack.push(recall(m, take(m, 1).readUInt8())),
  [code('j')]: (m) => m.stack.push(recall(m, take(m, 4).readUInt32LE())),
  // allowed names, calls and outside objects; attributes (BUILD) are dropped
  [code('c')]: (m) => m.stack.push(findGlobal(m, `${takeLine(m)}.${takeLine(m)}`)),
  [code('R')]: (m) => {
    const parameters = pop(m);
    const called = pop(m);
    if (typeof called !== 'function' || !Array.isArray(parameters))
      return refuse('it calls something that is no function');
    m.stack.push((called as (...parameters: unknown[]) => unknown)(...(parameters as unknown[])));
  },
  [code('b')]: (m) => {
    pop(m);
    if (!(top(m) instanceof Map)) refuse('it sets attributes of something that is no dict');
  },
  [code('Q')]: (m) => m.stack.push(m.persistent(pop(m))),
};

function code(character: string): number {
  return character.charCodeAt(0);
}
