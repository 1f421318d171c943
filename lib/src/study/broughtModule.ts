import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { fileHash } from '../io/fileHash';
import type { Source } from './Run';

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

/**
 * What a person's module makes. Its default export is a function that gets this library, so that wherever the module lies there is
 * one copy of TensorFlow: `module.exports = ({ fromGradient }) => fromGradient('mine', (saliency) => …)`.
 *
 * @param argument what the caller calls it, for messages
 * @param part a function that whatever the module makes must have
 * @param library what the function gets
 * @throws Error where the module does not load, exports no function, or makes something else
 */
export async function loadModule<T extends object>(
  argument: string,
  file: string,
  part: keyof T & string,
  library: unknown,
): Promise<T> {
  const loaded = (await import(pathToFileURL(path.resolve(file)).href)) as { default?: unknown };
  const exported = loaded.default as { default?: unknown } | undefined;
  const make = typeof exported?.default === 'function' ? exported.default : exported;
  if (typeof make !== 'function')
    throw new Error(`${argument} must export a function that gets the library, got ${typeof make} from ${file}`);
  const made = (await (make as (library: unknown) => unknown)(library)) as T | null | undefined;
  if (typeof made?.[part] !== 'function')
    throw new Error(`${argument} must make an object with a function ${part}, got ${typeof made} from ${file}`);
  return made;
}
