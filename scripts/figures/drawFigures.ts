import { existsSync } from 'node:fs';
import path from 'node:path';
import { closeSharedRenderer } from '../../lib/src/render/sharedRenderer';
import { projectPath } from '../../lib/src/project';
import { drawQuick } from './drawQuick';
import { drawReference } from './drawReference';
import { contentHash, Kept, keyOf, programHash } from './kept';

const runs = projectPath('data', 'runs');

/**
 * Draws figures/ from kept results, then computes and draws figures/quick/; what exists already is left alone.
 *
 * @throws what either step throws; if the first one fails, the second is still performed
 */
export async function drawFigures(signal?: AbortSignal): Promise<void> {
  try {
    const [reference] = await Promise.allSettled([drawnReference()]);
    for (const file of await drawQuick(runs, projectPath('figures', 'quick'), signal)) console.log(file);
    if (reference.status === 'rejected') throw reference.reason;
    console.log(`figures/: ${reference.value.length} files from the kept results`);
  } finally {
    await closeSharedRenderer();
  }
}

/** The figures and tables of the kept results: drawn once, and again when the results or the program have changed. */
async function drawnReference(): Promise<string[]> {
  const [results, figures] = [projectPath('data', 'results'), projectPath('figures')];
  const key = keyOf([await contentHash(results, (file) => file.endsWith('.json')), await programHash()]);
  const drawn = new Kept(path.join(runs, `reference-${key}.json`), async () =>
    (await drawReference(results, figures)).map((file) => path.relative(figures, file)),
  );
  const files = await drawn.get();
  return files.every((file) => existsSync(path.join(figures, file))) ? files : drawReference(results, figures);
}
