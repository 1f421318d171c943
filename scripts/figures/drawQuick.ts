import { provenance } from '../../lib/src/figures/provenance';
import { writeFigure } from '../../lib/src/render/writeFigure';
import { profile } from '../../lib/src/environment';
import { lazyRenderer } from './lazyRenderer';
import { quickFigures } from './quickFigures';
import { quickResults } from './quickResults';

/**
 * Computes and draws the live figures, as far as they are missing.
 *
 * @param runs the folder where results of this machine are kept
 * @param signal stops; what was computed is kept
 * @returns the paths of the files, written now or before
 * @throws if the photographs or the classifier are missing; AbortError if it was stopped
 */
export async function drawQuick(runs: string, figures: string, signal?: AbortSignal): Promise<string[]> {
  const computed = await quickResults(profile(), runs, signal);
  const from = provenance(computed.runs, profile());
  const files: string[] = [];
  for (const [name, figure] of Object.entries(quickFigures(computed.gradient, computed.runs)))
    files.push(...(await writeFigure(figures, name, figure, from, lazyRenderer)));
  return files;
}
