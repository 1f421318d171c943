import type { Classifier } from '../../lib/src/models/Classifier';
import { inputGradient } from '../../lib/src/attributions/inputGradient';
import { randomKey } from '../../lib/src/random/key';
import { uniform } from '../../lib/src/random/uniform';
import type * as tf from '../../lib/src/tensorflow/tf';
import type { Benchmark } from '../Benchmark';
import { seconds } from '../seconds';

const batch = 16;

/** Logits and input gradient of a batch of 16 random images: the heart of an explainer's iteration. */
export const classifierStep = (name: string, peer: string, load: () => Promise<Classifier>): Benchmark => ({
  name: `${name}, batch ${batch}, forward and input gradient`,
  rounds: 12,
  yardsticks: ['PyTorch, channels last', 'PyTorch, as people write it'],
  peer,
  async prepare() {
    const classifier = await load();
    const images = uniform<tf.Rank.R4>([batch, ...classifier.inputShape], randomKey('bench', name));
    return {
      contenders: [{ name: 'startgrad', run: () => seconds(() => inputGradient(classifier, images, 0)) }],
      close: () => {
        images.dispose();
        classifier.dispose();
      },
    };
  },
});
