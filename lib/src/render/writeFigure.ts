import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { knownKeys } from '../validation/knownKeys';
import type { Figure } from './Figure';
import type { FigureRenderer } from './FigureRenderer';

/** Where the numbers of a figure come from. */
export interface Provenance {
  readonly seed: number;
  /** What was measured, and how often, in words. */
  readonly sampleSize: string;
  readonly classifier: string;
  readonly profile: string;
  /** Versions of the programs that computed the numbers. */
  readonly versions: Readonly<Record<string, string>>;
}

const provenanceKeys = [
  'seed',
  'sampleSize',
  'classifier',
  'profile',
  'versions',
] as const satisfies readonly (keyof Provenance)[];

/**
 * Writes a figure as `name.svg`, `name.png` and `name.json` (the numbers drawn and where they come from), each whole or not at all.
 *
 * The JSON is written last and proves that the pictures belong to it: if it already exists and has not changed, nothing is drawn.
 * Photographs are not numbers: the JSON holds their SHA-256 instead.
 *
 * @returns the paths of the three files
 * @throws RangeError where the provenance has other keys
 */
export async function writeFigure(
  folder: string,
  name: string,
  figure: Figure,
  provenance: Provenance,
  renderer: Pick<FigureRenderer, 'render'>,
): Promise<string[]> {
  knownKeys('provenance', provenance, provenanceKeys);
  const [svg, png, json] = ['svg', 'png', 'json'].map((end) => path.join(folder, `${name}.${end}`)) as [
    string,
    string,
    string,
  ];
  const numbers = `${JSON.stringify({ name, provenance, figure }, hashPictures, 1)}\n`;
  const same = existsSync(svg) && existsSync(png) && existsSync(json) && (await readFile(json, 'utf8')) === numbers;
  if (!same) {
    await mkdir(folder, { recursive: true });
    const rendering = await renderer.render(figure);
    await writeFileAtomic(svg, rendering.svg);
    await writeFileAtomic(png, rendering.png);
    await writeFileAtomic(json, numbers);
  }
  return [svg, png, json];
}

function hashPictures(_key: string, value: unknown): unknown {
  if (typeof value !== 'string' || !value.startsWith('data:image/')) return value;
  return `picture, sha256 ${createHash('sha256').update(value).digest('hex')}`;
}
