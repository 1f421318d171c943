import { randomResNet18 } from '../../lib/src/classifiers/resNet';
import { methods } from '../../lib/src/explainers/methods';
import type { Method } from '../../lib/src/explainers/Method';
import { startGrad } from '../../lib/src/initializers/startGrad';
import { adam } from '../../lib/src/optimizers/adam';
import { randomKey } from '../../lib/src/random/key';
import { uniform } from '../../lib/src/random/uniform';
import { maskShape } from '../../lib/src/representations/maskShape';
import { noiseShape } from '../../lib/src/representations/noiseShape';
import { synthesiseNoise } from '../../lib/src/representations/synthesiseNoise';
import * as tf from '../../lib/src/tensorflow/tf';
import type { Benchmark, Contender } from '../Benchmark';
import { seconds } from '../seconds';

const samples = 16;
const size = 256;
const key = randomKey('bench', 'parts');

/** Where the time of a method's iteration goes, apart from the classifier, and what StartGrad costs before the first. */
const parts = (method: Method): Benchmark => ({
  name: `${method.name} ${size} px, parts`,
  rounds: 8,
  yardsticks: [],
  prepare() {
    const classifier = randomResNet18(1, size);
    const representation = method.representation([size, size]);
    const image = uniform<tf.Rank.R4>([1, size, size, 3], key);
    const coefficients = representation.analyse(image);
    const shapes = coefficients.map((scale) => maskShape(representation, scale));
    const mask = shapes.map((shape) => uniform(shape as [number], key));
    const kept = coefficients.map((y, i) => y.mul(mask[i]!));
    const drawn = synthesiseNoise(representation, mask, samples, key);
    const optimizer = adam();
    const state = optimizer.init(mask);
    const noise = (m: tf.Tensor[]): tf.Tensor4D => synthesiseNoise(representation, m, samples, key);
    const input = { classifier, representation, image, shapes, target: 0, key, options: method.variants.paper };
    const work: Record<string, () => unknown> = {
      'analyse 1 image': () => representation.analyse(image),
      'synthesise 1 image': () => representation.synthesise(kept),
      'adjoint of 1 image': () => representation.synthesiseAdjoint(image),
      [`draw the noise of ${samples}`]: () =>
        shapes.map((shape) =>
          tf.tidy(() => uniform(noiseShape(representation, shape, samples) as [number], key)).dispose(),
        ),
      [`noise of ${samples}: draw and synthesise`]: () => noise(mask),
      [`noise of ${samples}: and its gradient`]: () => tf.grads((...m) => noise(m))(mask, drawn),
      'metrics and losses': () => kept.map((y) => y.abs().sum()),
      'Adam update': () => optimizer.update(mask, state),
      'StartGrad initialisation': () => startGrad.initialize(input),
    };
    return Promise.resolve({
      contenders: Object.entries(work).map(([name, run]): Contender => ({ name, run: () => seconds(run) })),
      close: () => {
        tf.dispose([image, drawn, ...coefficients, ...mask, ...kept, ...state.first, ...state.second]);
        representation.dispose();
        classifier.dispose();
      },
    });
  },
});

export const methodParts = methods.map(parts);
