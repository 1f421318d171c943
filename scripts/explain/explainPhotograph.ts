import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { ExplainOptions } from '../../lib/src/explainers/image/options/ExplainerOptions';
import type { ImageExplainer } from '../../lib/src/explainers/image/ImageExplainer';
import type { Explanation } from '../../lib/src/explainers/image/Explanation';
import type { FigureRenderer } from '../../lib/src/render/FigureRenderer';
import { lossCurves } from '../../lib/src/figures/run/lossCurves';
import { retainedCurves } from '../../lib/src/figures/run/retainedCurves';
import { loadImage } from '../../lib/src/files/images/loadImage';
import { savePicture } from '../../lib/src/files/images/savePicture';
import { copper } from '../../lib/src/pictures/copper';
import { terminalProgress } from '../../lib/src/progress/terminalProgress';
import { versions } from '../../lib/src/versions';
import { resultNumbers } from './resultNumbers';

/** What explaining takes. */
export interface Tools {
  readonly explainer: ImageExplainer;
  readonly iterations: number;
  readonly renderer: FigureRenderer;
  readonly call: Pick<ExplainOptions, 'seed' | 'target' | 'signal'>;
}

/**
 * Explains one photograph and writes the results.
 *
 * @param result path of the results, without an ending
 * @returns the files written; none where it was stopped before the first iteration
 */
export async function explainPhotograph(
  file: string,
  result: string,
  { explainer, iterations, renderer, call }: Tools,
): Promise<string[]> {
  const [height, width] = explainer.classifier.inputShape;
  const image = await loadImage(file, { height, width });
  const progress = terminalProgress(path.basename(file), iterations);
  const start = performance.now();
  const explanation = await explainer
    .explain(image, {
      ...call,
      onIteration: ({ iteration }) => {
        progress.update(iteration + 1);
      },
    })
    .finally(() => {
      progress.stop();
      image.dispose();
    });
  try {
    if (explanation.history.length === 0) return [];
    const seconds = (performance.now() - start) / 1000;
    return await writeResults(explanation, result, renderer, { photograph: path.basename(file), seconds });
  } finally {
    explanation.dispose();
  }
}

async function writeResults(
  explanation: Explanation,
  result: string,
  renderer: FigureRenderer,
  circumstances: { photograph: string; seconds: number },
): Promise<string[]> {
  const { facts } = explanation;
  const picture = copper(explanation.picture);
  await savePicture(`${result}.png`, picture);
  picture.dispose();
  await writeFileAtomic(`${result}-curves.svg`, (await renderer.render(retainedCurves([facts]))).svg);
  await writeFileAtomic(`${result}-losses.svg`, (await renderer.render(lossCurves([facts]))).svg);
  await explanation.save(`${result}.safetensors`);
  const numbers = resultNumbers(facts, { ...circumstances, versions: versions() });
  await writeFileAtomic(`${result}.json`, `${JSON.stringify(numbers, null, 1)}\n`);
  return ['.png', '-curves.svg', '-losses.svg', '.safetensors', '.json'].map((end) => result + end);
}
