import { classify } from '../../models/classify';
import type { Classifier } from '../../models/Classifier';
import { ImageExplainer } from '../../explainers/image/ImageExplainer';
import { keptPicture } from '../../explainers/image/keptPicture';
import { methods } from '../../explainers/image/methods';
import type { Initializer } from '../../initializers/Initializer';
import { faithfulness } from '../../metrics/faithfulness';
import type { FaithfulnessInput } from '../../metrics/faithfulnessInput';
import { releasedFaithfulness } from '../../metrics/releasedFaithfulness';
import { brightened } from '../../pictures/brightened';
import { copper } from '../../pictures/copper';
import { maskPicture } from '../../pictures/maskPicture';
import { pictureUri } from '../../pictures/pictureUri';
import { randomKey } from '../../random/key';
import type { Mask } from '../../representations/Representation';
import * as tf from '../../tensorflow/tf';
import { byName } from '../../validation/byName';
import type { Run } from '../plan/Run';
import { toCurves, type FaithfulnessAt, type RunResult, type Snapshot } from '../store/RunResult';

/** What a run works on. */
export interface RunInput {
  readonly classifier: Classifier;
  readonly initializer: Initializer;
  /** `[height, width, 3]` in [0, 1] */
  readonly image: tf.Tensor3D;
  /** Called after every iteration. */
  readonly onIteration?: () => void;
}

type Scene = Omit<FaithfulnessInput, 'mask' | 'key' | 'clampImage'>;

/** Performs one run: explains the photograph, and on the way evaluates and keeps what the run asks for. */
export async function performRun(
  run: Run,
  { classifier, initializer, image, onIteration }: RunInput,
): Promise<RunResult> {
  const { options, variant, iterations, samples, seed } = run;
  const method = byName('method', methods, run.method);
  const representation = method.representation([image.shape[0], image.shape[1]]);
  const batch = image.expandDims<tf.Tensor4D>(0);
  const coefficients = representation.analyse(batch);
  const noise = representation.noise(coefficients);
  const own = [batch, ...coefficients, ...noise.flatMap(({ centre, spread }) => [centre, spread])];

  const evaluated: FaithfulnessAt[] = [];
  const pictures: Snapshot[] = [];
  const masks: Snapshot[] = [];
  const look = async (scene: Scene, iteration: number, mask: Mask): Promise<void> => {
    if (run.faithfulness.includes(iteration)) {
      const key = randomKey(seed, 'faithfulness', run.photograph.sha256, run.method, iteration);
      const input = { ...scene, mask, key, clampImage: options.clampImage };
      evaluated.push({ iteration, sound: faithfulness(input), released: releasedFaithfulness(input) });
    }
    if (run.pictures.includes(iteration))
      pictures.push({
        iteration,
        uri: await uriOf(() => copper(brightened(keptPicture(representation, coefficients, mask)))),
      });
    if (run.masks.includes(iteration)) masks.push({ iteration, uri: await uriOf(() => maskPicture(mask)) });
  };
  const explainer = new ImageExplainer(classifier, method, {
    ...options,
    variant,
    init: initializer,
    iterations,
    samples,
  });
  try {
    const { target, probability } = classify(classifier, batch);
    const scene = { classifier, representation, image: batch, coefficients, noise, target, probability };
    const explanation = await explainer.explain(image, {
      seed,
      onIteration: async ({ iteration }, mask) => {
        await look(scene, iteration, mask);
        onIteration?.();
      },
    });
    try {
      await look(scene, iterations, explanation.mask);
    } finally {
      explanation.dispose();
    }
    const { label, history, versions } = explanation.facts;
    const curves = toCurves(history);
    return { target, label, probability, curves, faithfulness: evaluated, pictures, masks, versions };
  } finally {
    tf.dispose(own);
    representation.dispose();
  }
}

async function uriOf(draw: () => tf.Tensor3D): Promise<string> {
  const picture = tf.tidy(draw);
  const uri = await pictureUri(picture);
  picture.dispose();
  return uri;
}
