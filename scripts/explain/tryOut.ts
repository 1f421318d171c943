import { ImageExplainer } from '../../lib/src/explainers/image/ImageExplainer';
import { decodeImage } from '../../lib/src/files/images/decodeImage';
import { loadImage } from '../../lib/src/files/images/loadImage';
import { checkTarget } from '../../lib/src/models/checkTarget';
import { classifierOf, initializerOf, methodOf } from '../../lib/src/modules/parts';
import type { ExplainCommand } from './options';

/** What explains, tried. */
export interface Parts {
  readonly explainer: ImageExplainer;
  readonly iterations: number;
}

/**
 * Loads classifier, method and initialiser, looks at every photograph, and prepares the first one: what does not fit shows before any
 * work is done.
 *
 * @throws RangeError, ImageError or Error that names what does not fit
 */
export async function tryOut(command: ExplainCommand): Promise<Parts> {
  const { photographs, variant, iterations, samples, seed, target } = command;
  for (const file of photographs) await decodeImage(file, { height: 1, width: 1 });
  const [classifier, method, init] = [
    await classifierOf(command.classifier),
    await methodOf(command.method),
    await initializerOf(command.init),
  ];
  if (target !== undefined) checkTarget(target, classifier, '--target');
  const explainer = new ImageExplainer(classifier, method, { init, variant, iterations, samples });
  const [height, width] = classifier.inputShape;
  const image = await loadImage(photographs[0]!, { height, width });
  try {
    explainer.prepare(image, { seed, target }).dispose();
  } finally {
    image.dispose();
  }
  return { explainer, iterations };
}
