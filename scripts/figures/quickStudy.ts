import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Classifier } from '../../lib/src/classifiers/Classifier';
import { loadClassifier } from '../../lib/src/classifiers/loadClassifier';
import type { Method } from '../../lib/src/explainers/Method';
import { pixelMask } from '../../lib/src/explainers/PixelMask';
import { shearletX } from '../../lib/src/explainers/ShearletX';
import { waveletX } from '../../lib/src/explainers/WaveletX';
import { coefficientMosaic } from '../../lib/src/figures/coefficientMosaic';
import { loadImage } from '../../lib/src/io/loadImage';
import { projectPath } from '../../lib/src/io/project';
import type { Profile } from '../../lib/src/profile';
import type { Mask } from '../../lib/src/representations/Representation';
import type * as tf from '../../lib/src/tensorflow/tf';
import { Kept, keyOf, programHash } from './kept';
import { quickGradient, type QuickGradient } from './quickGradient';
import { frames, quickRun, type QuickRun } from './quickRun';

/** A method of the live study: for how many iterations, and how its mask looks. */
export interface StudiedMethod {
  readonly method: Method;
  readonly iterations: Readonly<Record<Profile, number>>;
  readonly maskPicture: (mask: Mask) => tf.Tensor3D;
}

const studied: readonly StudiedMethod[] = [
  {
    method: pixelMask,
    iterations: { smoke: 3, quick: 50, reference: 300, full: 300 },
    maskPicture: ([mask]) => mask!.squeeze([0]),
  },
  {
    method: waveletX,
    iterations: { smoke: 3, quick: 50, reference: 300, full: 300 },
    maskPicture: coefficientMosaic,
  },
  {
    method: shearletX,
    iterations: { smoke: 2, quick: 30, reference: 300, full: 300 },
    // how much is kept of a place, over all shearlets
    maskPicture: ([mask]) => mask!.mean(2).squeeze<tf.Tensor2D>([0, 1]).expandDims(2),
  },
];
const starts = ['all-ones', 'uniform', 'startgrad'] as const;
const samplesOf: Record<Profile, number> = { smoke: 2, quick: 16, reference: 16, full: 16 };
const classifierName = 'efficientnet-lite0';
const photograph = 'chelsea.png';
export const seed = 1;

export interface QuickStudy {
  readonly samples: number;
  readonly gradient: Kept<QuickGradient>;
  readonly runs: readonly { readonly iterations: number; readonly kept: Kept<QuickRun> }[];
  dispose(): Promise<void>;
}

/**
 * The study that `npm start` computes live: one photograph, every method of the table from three masks.
 *
 * @param folder where results are kept
 * @param onIteration called after every iteration that is computed
 */
export async function quickStudy(profile: Profile, folder: string, onIteration: () => void): Promise<QuickStudy> {
  const samples = samplesOf[profile];
  const file = projectPath('data', 'images', photograph);
  const bytes = await readFile(file);
  const weights = await readFile(projectPath('data', 'models', `${classifierName}.json`), 'utf8');
  const basis = [await programHash(), weights, bytes.toString('base64'), seed, frames];
  const keptAs = <T>(name: string, parts: unknown, compute: () => Promise<T>): Kept<T> =>
    new Kept(path.join(folder, `quick-${name}-${keyOf([basis, parts])}.json`), compute);

  let loading: Promise<{ classifier: Classifier; image: tf.Tensor3D }> | undefined;
  const inputs = () =>
    (loading ??= loadClassifier(classifierName).then(async (classifier) => {
      const [height, width] = classifier.inputShape;
      return { classifier, image: await loadImage(bytes, { height, width }) };
    }));

  return {
    samples,
    gradient: keptAs('gradient', [], async () => {
      const { classifier, image } = await inputs();
      return quickGradient(classifier, image);
    }),
    runs: studied.flatMap(({ method, iterations: sizes, maskPicture }) =>
      starts.map((init) => {
        const iterations = sizes[profile];
        const settings = { init, iterations, samples };
        const kept = keptAs(`${method.name}-${init}`, { method: method.name, ...settings }, async () =>
          quickRun({ ...(await inputs()), method, settings, seed, maskPicture, onIteration }),
        );
        return { iterations, kept };
      }),
    ),
    dispose: async () => {
      const loaded = await loading;
      loaded?.classifier.dispose();
      loaded?.image.dispose();
    },
  };
}
