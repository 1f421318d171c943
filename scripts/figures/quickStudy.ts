import { readFile } from 'node:fs/promises';
import type { Classifier } from '../../lib/src/classifiers/Classifier';
import { loadClassifier } from '../../lib/src/classifiers/loadClassifier';
import type { ExplanationFacts } from '../../lib/src/explainers/Explanation';
import { PixelMask } from '../../lib/src/explainers/PixelMask';
import { copper } from '../../lib/src/figures/copper';
import { evenlySpaced } from '../../lib/src/figures/evenlySpaced';
import type { Figure } from '../../lib/src/figures/Figure';
import { gradientDistribution } from '../../lib/src/figures/gradientDistribution';
import type { MaskFrame } from '../../lib/src/figures/maskSlider';
import { pictureUri } from '../../lib/src/figures/pictureUri';
import { saliency } from '../../lib/src/gradients/saliency';
import { quantileTransform } from '../../lib/src/initializers/quantileTransform';
import { loadImage } from '../../lib/src/io/loadImage';
import { projectPath } from '../../lib/src/io/project';
import type { Profile } from '../../lib/src/profile';
import { pixels } from '../../lib/src/representations/pixels';
import * as tf from '../../lib/src/tensorflow/tf';
import { Kept, keyOf, programHash } from './kept';

/** How large the live study is at each profile. */
const sizes: Record<Profile, { iterations: number; samples: number }> = {
  smoke: { iterations: 3, samples: 2 },
  quick: { iterations: 50, samples: 16 },
  reference: { iterations: 300, samples: 16 },
  full: { iterations: 300, samples: 16 },
};

const starts = ['all-ones', 'uniform', 'startgrad'] as const;
const classifierName = 'efficientnet-lite0';
const photograph = 'chelsea.png';
const frames = 20;
export const seed = 1;

/** One explanation, with what figures need of it. */
export interface QuickRun {
  readonly facts: ExplanationFacts;
  readonly pictureUri: string;
  readonly masks: readonly MaskFrame[];
}

/** The photograph and its gradient. */
export interface QuickGradient {
  readonly photographUri: string;
  readonly saliencyUri: string;
  readonly distribution: Figure;
}

export interface QuickStudy {
  readonly iterations: number;
  readonly samples: number;
  readonly gradient: Kept<QuickGradient>;
  readonly runs: readonly Kept<QuickRun>[];
  dispose(): Promise<void>;
}

/**
 * The study that `npm start` computes live: one photograph, three masks to start from.
 *
 * @param onIteration called after every iteration that is computed
 */
export async function quickStudy(profile: Profile, onIteration: () => void): Promise<QuickStudy> {
  const { iterations, samples } = sizes[profile];
  const file = projectPath('data', 'images', photograph);
  const bytes = await readFile(file);
  const weights = await readFile(projectPath('data', 'models', `${classifierName}.json`), 'utf8');
  const basis = [await programHash(), weights, bytes.toString('base64'), seed, frames];
  const keptAs = <T>(name: string, parts: unknown, compute: () => Promise<T>): Kept<T> =>
    new Kept(projectPath('data', 'runs', `quick-${name}-${keyOf([basis, parts])}.json`), compute);

  let loading: Promise<{ classifier: Classifier; image: tf.Tensor3D }> | undefined;
  const inputs = () =>
    (loading ??= loadClassifier(classifierName).then(async (classifier) => {
      const [height, width] = classifier.inputShape;
      return { classifier, image: await loadImage(bytes, { height, width }) };
    }));

  return {
    iterations,
    samples,
    gradient: keptAs('gradient', [], async () => {
      const { classifier, image } = await inputs();
      return explainGradient(classifier, image);
    }),
    runs: starts.map((init) =>
      keptAs(init, { init, iterations, samples }, async () => {
        const { classifier, image } = await inputs();
        return explain(new PixelMask(classifier, { init, iterations, samples }), image, iterations, onIteration);
      }),
    ),
    dispose: async () => {
      const loaded = await loading;
      loaded?.classifier.dispose();
      loaded?.image.dispose();
    },
  };
}

async function explain(explainer: PixelMask, image: tf.Tensor3D, iterations: number, onIteration: () => void) {
  const wanted = new Set(evenlySpaced(iterations, frames));
  const masks: MaskFrame[] = [];
  const explanation = await explainer.explain(image, {
    seed,
    onIteration: async ({ iteration }, [mask]) => {
      if (wanted.has(iteration)) masks.push({ iteration, uri: await pictureUri(tf.squeeze(mask!, [0])) });
      onIteration();
    },
  });
  const picture = copper(explanation.picture);
  const run: QuickRun = { facts: explanation.facts, pictureUri: await pictureUri(picture), masks };
  picture.dispose();
  explanation.dispose();
  return run;
}

async function explainGradient(classifier: Classifier, image: tf.Tensor3D): Promise<QuickGradient> {
  const { map, values, label } = tf.tidy(() => {
    const batch = image.expandDims<tf.Tensor4D>(0);
    const target = classifier.logits(batch).argMax(1).dataSync()[0]!;
    const [map] = saliency(classifier, pixels, batch, target);
    const values = map!.dataSync() as Float32Array;
    return { map: map!.div<tf.Tensor>(map!.max()).squeeze<tf.Tensor3D>([0]), values, label: classifier.labels[target]! };
  });
  const result = {
    photographUri: await pictureUri(image),
    saliencyUri: await pictureUri(map),
    distribution: gradientDistribution(values, quantileTransform(values), `${label}, ${classifier.name}`),
  };
  map.dispose();
  return result;
}
