import { loadClassifier } from '../../lib/src/models/loadClassifier';
import { randomResNet18 } from '../../lib/src/models/resNet';
import type { Classifier } from '../../lib/src/models/Classifier';
import { ImageExplainer } from '../../lib/src/explainers/image/ImageExplainer';
import { methods } from '../../lib/src/explainers/image/methods';
import type { Method } from '../../lib/src/explainers/image/options/Method';
import { inputGradient } from '../../lib/src/attributions/inputGradient';
import { randomKey } from '../../lib/src/random/key';
import { uniform } from '../../lib/src/random/uniform';
import type * as tf from '../../lib/src/tensorflow/tf';
import type { Benchmark, Contender } from '../Benchmark';
import { iterationSeconds } from '../iterationSeconds';
import { seconds } from '../seconds';

const samples = 16;

/** A whole iteration of every method beside the bare classifier step, its least possible price. */
function iteration(name: string, peer: string, load: () => Promise<Classifier>): Benchmark {
  return {
    name: `${name}, one iteration of ${samples} samples`,
    rounds: 8,
    yardsticks: ['bare classifier step', 'PyTorch, as people write it'],
    peer,
    async prepare() {
      const classifier = await load();
      const key = randomKey('bench', name);
      const batch = uniform<tf.Rank.R4>([samples, ...classifier.inputShape], key);
      const image = uniform<tf.Rank.R3>([...classifier.inputShape], key);
      const bare = { name: 'bare classifier step', run: () => seconds(() => inputGradient(classifier, batch, 0)) };
      return {
        contenders: [bare, ...methods.map((method) => step(classifier, method, image))],
        close: () => {
          batch.dispose();
          image.dispose();
          classifier.dispose();
        },
      };
    },
  };
}

function step(classifier: Classifier, method: Method, image: tf.Tensor3D): Contender {
  const explainer = new ImageExplainer(classifier, method, { iterations: 2, samples });
  return { name: method.name, run: async () => ({ seconds: await iterationSeconds(explainer, image) }) };
}

export const resNet18Iteration = iteration('ResNet18 256 px', 'resnet18', () => Promise.resolve(randomResNet18(1)));

export const efficientNetLiteIteration = iteration('EfficientNet-Lite0 224 px', 'efficientnet_lite', () =>
  loadClassifier('efficientnet-lite0'),
);
