import { closeSharedRenderer } from '../../lib/src/figures/sharedRenderer';
import { projectPath } from '../../lib/src/io/project';
import { drawQuick } from './drawQuick';
import { drawReference } from './drawReference';

/** Draws figures/ from kept results, then computes and draws figures/quick/; what is there already is left alone. */
export async function drawFigures(signal?: AbortSignal): Promise<void> {
  try {
    const kept = await drawReference(projectPath('data', 'results'), projectPath('figures'));
    console.log(`figures/: ${kept.length} files from the kept results`);
    for (const file of await drawQuick(projectPath('data', 'runs'), projectPath('figures', 'quick'), signal))
      console.log(file);
  } finally {
    await closeSharedRenderer();
  }
}
