import { ImageExplainer } from '../../explainers/image/ImageExplainer';
import type { ImageScene } from '../../explainers/image/ImageScene';
import { keptPicture } from '../../explainers/image/keptPicture';
import type { Method } from '../../explainers/image/options/Method';
import type { Initializer } from '../../initializers/Initializer';
import { faithfulness } from '../../metrics/faithfulness';
import { releasedFaithfulness } from '../../metrics/releasedFaithfulness';
import type { Classifier } from '../../models/Classifier';
import { brightened } from '../../pictures/brightened';
import { copper } from '../../pictures/copper';
import { maskPicture } from '../../pictures/maskPicture';
import { pictureUri } from '../../pictures/pictureUri';
import { randomKey } from '../../random/key';
import type { Mask } from '../../representations/Representation';
import * as tf from '../../tensorflow/tf';
import type { Run } from '../plan/Run';
import { toCurves, type FaithfulnessAt, type RunResult, type Snapshot } from '../store/RunResult';

/** What a run of a photograph works on. */
export interface RunInput {
  readonly classifier: Classifier;
  readonly method: Method;
  readonly initializer: Initializer;
  /** `[height, width, 3]` in [0, 1] */
  readonly image: tf.Tensor3D;
  /** Called after every iteration. */
  readonly onIteration?: () => void;
}

/** The explainer that a run asks for. */
export const explainerOf = (
  { variant, options, iterations, samples }: Run,
  { classifier, method, initializer }: Pick<RunInput, 'classifier' | 'method' | 'initializer'>,
): ImageExplainer =>
  new ImageExplainer(classifier, method, { ...options, variant, init: initializer, iterations, samples });

/** Performs one run: explains the photograph, and on the way evaluates and keeps what the run asks for. */
export async function performRun(run: Run, input: RunInput): Promise<RunResult> {
  const explainer = explainerOf(run, input);
  const { image, onIteration } = input;
  const { seed } = run;
  const album = new Album(run);
  const problem = explainer.prepare(image, { seed });
  try {
    const explanation = await explainer.solve(problem, {
      seed,
      onIteration: async ({ iteration }, mask) => {
        await album.look(problem.scene, iteration, mask);
        onIteration?.();
      },
    });
    try {
      await album.look(problem.scene, run.iterations, explanation.mask);
    } finally {
      explanation.dispose();
    }
    const { target, label, probability, options, history, versions } = explanation.facts;
    const { faithfulness, pictures, masks } = album;
    return { target, label, probability, options, curves: toCurves(history), faithfulness, pictures, masks, versions };
  } finally {
    problem.dispose();
  }
}

/** What a run keeps of its masks, after as many updates as it asks for. */
class Album {
  readonly faithfulness: FaithfulnessAt[] = [];
  readonly pictures: Snapshot[] = [];
  readonly masks: Snapshot[] = [];

  constructor(private readonly run: Run) {}

  async look(scene: ImageScene, iteration: number, mask: Mask): Promise<void> {
    const { seed, subject, method, faithfulness: evaluated, pictures, masks } = this.run;
    if (evaluated.includes(iteration)) {
      const key = randomKey(seed, 'faithfulness', subject.sha256, method.name, iteration);
      const input = { ...scene, mask, key, clampImage: scene.options.clampImage };
      this.faithfulness.push({ iteration, sound: faithfulness(input), released: releasedFaithfulness(input) });
    }
    const kept = (): tf.Tensor3D => copper(brightened(keptPicture(scene.representation, scene.coefficients, mask)));
    if (pictures.includes(iteration)) this.pictures.push({ iteration, uri: await uriOf(kept) });
    if (masks.includes(iteration)) this.masks.push({ iteration, uri: await uriOf(() => maskPicture(mask)) });
  }
}

async function uriOf(draw: () => tf.Tensor3D): Promise<string> {
  const picture = tf.tidy(draw);
  const uri = await pictureUri(picture);
  picture.dispose();
  return uri;
}
