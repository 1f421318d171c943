import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileHash } from '../../../src/files/fileHash';

/** The SHA-256 of every result in a folder. */
export async function hashesOf(folder: string): Promise<Record<string, string>> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
  return Object.fromEntries(
    await Promise.all(
      files.map(async (file): Promise<[string, string]> => [file, await fileHash(path.join(folder, file))]),
    ),
  );
}
