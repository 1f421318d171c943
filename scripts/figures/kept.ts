import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { projectPath } from '../../lib/src/project';

/** A result that is computed once. The file's name identifies everything that decides it, so a change has it computed anew. */
export class Kept<T> {
  constructor(
    private readonly file: string,
    private readonly compute: () => Promise<T>,
  ) {}

  get exists(): boolean {
    return existsSync(this.file);
  }

  async get(): Promise<T> {
    if (this.exists) return JSON.parse(await readFile(this.file, 'utf8')) as T;
    const result = await this.compute();
    await mkdir(path.dirname(this.file), { recursive: true });
    await writeFileAtomic(this.file, JSON.stringify(result));
    return result;
  }
}

/**
 * A short name for the program that computes and draws; it changes with every line of the library and of scripts/figures.
 *
 * @param root the folder of the project
 */
export async function programHash(root = projectPath()): Promise<string> {
  const folders = [path.join(root, 'lib', 'src'), path.join(root, 'scripts', 'figures')];
  return keyOf(await Promise.all(folders.map((folder) => contentHash(folder, (file) => file.endsWith('.ts')))));
}

/** A short name for the files of a folder: their names and contents. */
export async function contentHash(folder: string, counts: (file: string) => boolean): Promise<string> {
  const hash = createHash('sha256');
  const files = (await readdir(folder, { recursive: true })).filter(counts);
  for (const file of files.sort()) hash.update(file).update(await readFile(path.join(folder, file)));
  return hash.digest('hex');
}

/** A short name for everything that decides a result. */
export function keyOf(parts: unknown): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}
