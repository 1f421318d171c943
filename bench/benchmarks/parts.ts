import { range } from 'lodash';
import { randomResNet18 } from '../../lib/src/models/resNet';
import { ImageExplainer } from '../../lib/src/explainers/image/ImageExplainer';
import { methods } from '../../lib/src/explainers/image/methods';
import type { Method } from '../../lib/src/explainers/image/options/Method';
import { inputGradient } from '../../lib/src/attributions/inputGradient';
import { uniformNoise } from '../../lib/src/initializers/uniformNoise';
import { startGrad } from '../../lib/src/initializers/startGrad';
import { adam } from '../../lib/src/optimizers/adam';
import { randomKey } from '../../lib/src/random/key';
import { uniform } from '../../lib/src/random/uniform';
import { drawNoise } from '../../lib/src/representations/noise/drawNoise';
import { maskShape } from '../../lib/src/representations/maskShape';
import { synthesiseNoise } from '../../lib/src/representations/noise/synthesiseNoise';
import * as tf from '../../lib/src/tensorflow/tf';
import type { Benchmark, Contender } from '../Benchmark';
import { measureMask } from '../measureMask';
import { seconds } from '../seconds';

const samples = 16;
const size = 256;
const target = 0;
const key = randomKey('bench', 'parts');
const whole = 'whole objective';

/** Where the time of a method's iteration goes, as shares of the whole, and what StartGrad costs before the first. */
const parts = (method: Method): Benchmark => ({
  name: `${method.name} ${size} px, parts`,
  rounds: 8,
  yardsticks: [whole],
  prepare() {
    const classifier = randomResNet18(1, size);
    const picture = uniform<tf.Rank.R3>([size, size, 3], key);
    const problem = new ImageExplainer(classifier, method, { init: uniformNoise, samples }).prepare(picture, {
      target,
    });
    const { scene, start: mask } = problem;
    const { representation, image, coefficients, options } = scene;
    const shapes = coefficients.map((scale) => maskShape(representation, scale));
    const kept = coefficients.map((y, i) => y.mul(mask[i]!));
    const keptImage = representation.synthesise(kept);
    const noise = (m: tf.Tensor[]): tf.Tensor4D => synthesiseNoise(representation, m, samples, key);
    const drawn = noise([...mask]);
    const images = uniform<tf.Rank.R4>([samples, size, size, 3], key);
    const probabilities = uniform<tf.Rank.R1>([samples], key);
    const optimizer = adam();
    const state = optimizer.init(mask);
    const { losses, metrics } = measureMask({ scene, mask, kept, keptImage, probabilities });
    const work: Record<string, () => unknown> = {
      [whole]: () => problem.evaluate(mask, 0),
      [`classifier of ${samples}: forward`]: () => classifier.logits(images),
      [`classifier of ${samples}: and its gradient`]: () => inputGradient(classifier, images, target),
      'analyse 1 image': () => representation.analyse(image),
      'synthesise 1 image': () => representation.synthesise(kept),
      'adjoint of 1 image': () => representation.synthesiseAdjoint(image),
      [`noise of ${samples}: draw`]: () =>
        range(samples).forEach((sample) => tf.dispose([...drawNoise(representation, shapes, sample, key)])),
      [`noise of ${samples}: draw and synthesise`]: () => noise([...mask]),
      [`noise of ${samples}: and its gradient`]: () => tf.grads((...m) => noise(m))([...mask], drawn),
      'losses and their gradients': losses,
      'metrics, read back': metrics,
      'Adam update': () => optimizer.update(mask, state),
      'StartGrad initialisation': () => startGrad.initialise({ ...scene, options, shapes, key }),
    };
    return Promise.resolve({
      contenders: Object.entries(work).map(([name, run]): Contender => ({ name, run: () => seconds(run) })),
      close: () => {
        tf.dispose([picture, images, drawn, keptImage, probabilities, ...kept, state.first, state.second]);
        problem.dispose();
        classifier.dispose();
      },
    });
  },
});

export const methodParts = methods.map(parts);
