import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { positiveInteger } from '../../validation/positiveInteger';

const isPhotograph = /\.(jpe?g|png|webp)$/i;

/**
 * The photographs of a folder in order of names, as paths; a photograph is itself.
 *
 * @param options `every`: only every n-th of the folder (1), `from` that position (0)
 * @throws RangeError where `every` is not a positive integer; Error where there is no photograph
 * @example
 * await photographsOf('data/images') // ['data/images/astronaut.png', 'data/images/chelsea.png', …]
 */
export async function photographsOf(place: string, { every = 1, from = 0 } = {}): Promise<string[]> {
  positiveInteger('every', every);
  const found = await stat(place).catch((cause: unknown) => {
    throw new Error(`images must be a folder or a photograph, got ${place}: ${(cause as Error).message}`, { cause });
  });
  if (found.isFile()) return [place];
  const files = (await readdir(place)).filter((file) => isPhotograph.test(file)).sort();
  const chosen = files.filter((_, position) => position >= from && (position - from) % every === 0);
  if (chosen.length === 0)
    throw new Error(`images must be a folder with photographs (.jpg, .png, .webp), found none in ${place}`);
  return chosen.map((file) => path.join(place, file));
}
