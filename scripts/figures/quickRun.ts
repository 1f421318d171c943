import type { Classifier } from '../../lib/src/classifiers/Classifier';
import type { ExplanationFacts } from '../../lib/src/explainers/Explanation';
import { ImageExplainer } from '../../lib/src/explainers/ImageExplainer';
import type { Method } from '../../lib/src/explainers/Method';
import { brightened } from '../../lib/src/figures/brightened';
import { copper } from '../../lib/src/figures/copper';
import { evenlySpaced } from '../../lib/src/figures/evenlySpaced';
import type { MaskFrame } from '../../lib/src/figures/maskSlider';
import { pictureUri } from '../../lib/src/figures/pictureUri';
import type { Mask } from '../../lib/src/representations/Representation';
import * as tf from '../../lib/src/tensorflow/tf';

/** How many masks of a run are kept. */
export const frames = 20;

/** One explanation, with what figures need of it. */
export interface QuickRun {
  readonly facts: ExplanationFacts;
  readonly pictureUri: string;
  /** Of the run that starts with StartGrad: the others' masks are not drawn. */
  readonly masks: readonly MaskFrame[];
}

export interface QuickRunInput {
  readonly classifier: Classifier;
  readonly image: tf.Tensor3D;
  readonly method: Method;
  readonly settings: { readonly init: string; readonly iterations: number; readonly samples: number };
  readonly seed: number;
  readonly maskPicture: (mask: Mask) => tf.Tensor3D;
  readonly onIteration: () => void;
}

/** Explains the photograph once, and keeps what figures need. */
export async function quickRun(input: QuickRunInput): Promise<QuickRun> {
  const { classifier, image, method, settings, seed, maskPicture, onIteration } = input;
  const wanted = new Set(settings.init === 'startgrad' ? evenlySpaced(settings.iterations, frames) : []);
  const masks: MaskFrame[] = [];
  const explanation = await new ImageExplainer(classifier, method, settings).explain(image, {
    seed,
    onIteration: async ({ iteration }, mask) => {
      if (wanted.has(iteration)) masks.push({ iteration, uri: await uriOf(() => maskPicture(mask)) });
      onIteration();
    },
  });
  const run = {
    facts: explanation.facts,
    pictureUri: await uriOf(() => copper(brightened(explanation.picture))),
    masks,
  };
  explanation.dispose();
  return run;
}

async function uriOf(draw: () => tf.Tensor3D): Promise<string> {
  const picture = tf.tidy(draw);
  const uri = await pictureUri(picture);
  picture.dispose();
  return uri;
}
