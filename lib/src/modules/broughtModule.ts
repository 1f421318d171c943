import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { toPairs } from 'lodash';
import type { Classifier } from '../models/Classifier';
import type { Method } from '../explainers/image/options/Method';
import type { Initializer } from '../initializers/Initializer';
import { fileHash } from '../files/fileHash';
import { type Source } from './Source';

/** Whether a name is the path of a module rather than one of the library's own names. */
export function isModule(name: string): boolean {
  return /\.[cm]?[jt]s$/.test(name);
}

/**
 * A module that a person brings, as studies know it: by its file's name and the hash of its bytes.
 *
 * @throws Error where the file cannot be read, naming the argument and the file
 */
export async function moduleSource(argument: string, file: string): Promise<Required<Source>> {
  const sha256 = await fileHash(file).catch((cause: unknown) => {
    throw new Error(`${argument} must be a module that can be read, got ${file}: ${(cause as Error).message}`, {
      cause,
    });
  });
  return { name: path.basename(file), sha256 };
}

/** What a module that is brought as some argument must make: its parts, and their types. */
interface Wanted<T> {
  readonly argument: string;
  readonly parts: Readonly<Partial<Record<keyof T, 'function' | 'object' | 'string'>>>;
}

export const wantedClassifier: Wanted<Classifier> = {
  argument: 'classifier',
  parts: { logits: 'function', inputShape: 'object', labels: 'object' },
};
export const wantedMethod: Wanted<Method> = {
  argument: 'method',
  parts: { name: 'string', representation: 'function', variants: 'object' },
};
export const wantedInitializer: Wanted<Initializer> = {
  argument: 'initializer',
  parts: { initialise: 'function', name: 'string' },
};

/**
 * What a person's module makes. Its default export is a function that gets this library, so that wherever the module lies there is
 * one copy of TensorFlow: `module.exports = ({ fromGradient }) => fromGradient('mine', (saliency) => …)`.
 *
 * @param library what the function gets
 * @throws Error where the module does not load, exports no function, or makes something else
 */
export async function loadModule<T extends object>(
  file: string,
  { argument, parts }: Wanted<T>,
  library: unknown,
): Promise<T> {
  const loaded = (await import(pathToFileURL(path.resolve(file)).href).catch((cause: unknown) => {
    throw new Error(`${argument} must be a module that loads, got ${file}: ${messageOf(cause)}`, { cause });
  })) as { default?: unknown };
  const exported = loaded.default as { default?: unknown } | undefined;
  const make = typeof exported?.default === 'function' ? exported.default : exported;
  if (typeof make !== 'function')
    throw new Error(`${argument} must export a function that gets the library, got ${typeof make} from ${file}`);
  const made = await Promise.resolve(library)
    .then(make as (library: unknown) => T | null | undefined)
    .catch((cause: unknown) => {
      throw new Error(`${argument} must be made without an error, got one from ${file}: ${messageOf(cause)}`, {
        cause,
      });
    });
  for (const [part, type] of toPairs<string>(parts)) {
    const wanted = `an object with ${type === 'object' ? 'an' : 'a'} ${type} ${part}`;
    if (typeof made?.[part as keyof T] !== type)
      throw new Error(`${argument} must make ${wanted}, got ${describe(made, part)} from ${file}`);
  }
  return made!;
}

const describe = (made: object | null | undefined, part: string): string =>
  typeof made === 'object' && made !== null
    ? `one whose ${part} is ${typeof made[part as keyof object]}`
    : made === null
      ? 'null'
      : typeof made;

/** What was thrown, in words: a person's module may throw anything. */
export const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));
