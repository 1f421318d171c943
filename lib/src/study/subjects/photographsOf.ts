import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { inRange } from '../../validation/inRange';
import { knownKeys } from '../../validation/knownKeys';
import { positiveInteger } from '../../validation/positiveInteger';

const isPhotograph = /^[^.].*\.(jpe?g|png|webp)$/i;

/**
 * The photographs of a folder in order of names, as paths; a photograph is itself. Folders within and hidden files are skipped, such
 * as the `._cat.jpg` in which macOS keeps what other file systems cannot.
 *
 * @param options `every`: only every n-th of the folder (1), `from` that position (0)
 * @throws RangeError where an option is not allowed; Error where there is no photograph
 * @example
 * await photographsOf('data/images') // ['data/images/astronaut.png', 'data/images/chelsea.png', …]
 */
export async function photographsOf(
  place: string,
  options: { readonly every?: number; readonly from?: number } = {},
): Promise<string[]> {
  const { every = 1, from = 0 } = knownKeys('options', options, ['every', 'from']);
  positiveInteger('every', every);
  inRange('from', from, 0);
  const found = await stat(place).catch((cause: unknown) => {
    throw new Error(`images must be a folder or a photograph, got ${place}: ${(cause as Error).message}`, { cause });
  });
  if (found.isFile()) return [place];
  const entries = await readdir(place, { withFileTypes: true });
  const files = entries
    .filter((entry) => isPhotograph.test(entry.name) && !entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  const chosen = files.filter((_, position) => position >= from && (position - from) % every === 0);
  if (chosen.length === 0)
    throw new Error(`images must be a folder with photographs (.jpg, .png, .webp), found none in ${place}`);
  return chosen.map((file) => path.join(place, file));
}
