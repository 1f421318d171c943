/** `explainOnce.ts METHOD VARIANT`: a few iterations in a process of their own; prints what they cost, a `Cost`, as JSON. */
import { randomResNet18 } from '../lib/src/models/resNet';
import { ImageExplainer } from '../lib/src/explainers/image/ImageExplainer';
import { variants } from '../lib/src/explainers/image/options/Method';
import { methods } from '../lib/src/explainers/image/methods';
import { randomKey } from '../lib/src/random/key';
import { uniform } from '../lib/src/random/uniform';
import type * as tf from '../lib/src/tensorflow/tf';
import { byName } from '../lib/src/validation/byName';
import type { Cost } from './Benchmark';
import { iterationSeconds } from './iterationSeconds';
import { peakMegabytes } from './peakMegabytes';

async function main(methodName = '', variantName = ''): Promise<Cost> {
  const method = byName('METHOD', methods, methodName);
  const variant = byName('VARIANT', variants, variantName).name;
  const classifier = randomResNet18(1);
  const image = uniform<tf.Rank.R3>([...classifier.inputShape], randomKey('bench', 'memory'));
  const explainer = new ImageExplainer(classifier, method, { variant, iterations: 3, samples: 16 });
  return { seconds: await iterationSeconds(explainer, image), megabytes: peakMegabytes() };
}

main(...process.argv.slice(2)).then(
  (cost) => {
    console.log(JSON.stringify(cost));
  },
  (error: unknown) => {
    console.error((error as Error).message);
    process.exitCode = 1;
  },
);
