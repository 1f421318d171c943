import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { max, min } from 'lodash';
import type { Classifier } from '../../../src/models/Classifier';
import { PixelMask } from '../../../src/explainers/image/PixelMask';
import { loadImage } from '../../../src/files/images/loadImage';
import { projectPath } from '../../../src/project';
import type { Mask } from '../../../src/representations/Representation';
import { median } from '../../../src/statistics/summaries/median';
import { ResultFolder } from '../../../src/study/store/ResultFolder';
import * as tf from '../../../src/tensorflow/tf';
import { photograph, realClassifier } from '../../support/realClassifier';
import { needsShared, sharedPath } from '../../support/shared';
import { toyClassifier } from '../../support/toyClassifier';

/** A network that is nearly indifferent: its probabilities stay close to 1/10. */
const toy = toyClassifier(224);
const indifferent: Classifier = { ...toy, logits: (images) => tf.tidy(() => toy.logits(images).mul(0.1)) };

const photographs = (folder: string): string[] =>
  readdirSync(folder)
    .filter((file) => /\.(jpg|png)$/.test(file))
    .map((file) => path.join(folder, file));

/** Retained information of the uniform mask at iterations 0 and 1 on every photograph. */
async function firstSteps(classifier: Classifier, files: string[]): Promise<[number, number][]> {
  const explainer = new PixelMask(classifier, { init: 'uniform', iterations: 2, samples: 2 });
  const steps: [number, number][] = [];
  for (const file of files) {
    const [height, width] = classifier.inputShape;
    const image = await loadImage(file, { height, width });
    const explanation = await explainer.explain(image, { seed: 2 });
    steps.push([explanation.history[0]!.retainedPixel!, explanation.history[1]!.retainedPixel!]);
    explanation.dispose();
    tf.dispose(image);
  }
  return steps;
}

/**
 * Where the distortion has next to no gradient, sparsity decides the first step, and every entry loses 0.1: E[max(u - 0.1, 0)] =
 * 0.405. A nearly indifferent network is such a case, and so, on average, is the ResNet18 of the paper (0.409 over 500 images).
 */
function assertSparsityDecides(steps: [number, number][]): void {
  for (const [start, next] of steps) {
    assert.ok(Math.abs(start - 0.5) <= 0.005, `started at ${start}`); // 3.3 σ: one seed in a thousand would not
    assert.ok(next >= 0.4 && next <= 0.425, `went to ${next}`);
  }
}

test('a uniform mask goes from 0.500 to 0.405 where sparsity alone has a gradient, on each photograph', async () => {
  const files = photographs(projectPath('data', 'images'));
  assert.ok(files.length >= 6);
  assertSparsityDecides(await firstSteps(indifferent, files));
});

test('and on each photograph of the shared folder', needsShared, async () => {
  assertSparsityDecides(await firstSteps(indifferent, photographs(sharedPath('images', 'imagenet'))));
});

test('EfficientNet-Lite0: every entry moves by 0.1 against the sign of its whole gradient, and many rise', async () => {
  const classifier = await realClassifier();
  const image = await photograph();
  const masks: Float32Array[] = [];
  const explainer = new PixelMask(classifier, { init: 'uniform', iterations: 2, samples: 4 });
  const onIteration = (_: unknown, [mask]: Mask): void => void masks.push(mask!.dataSync() as Float32Array);
  const { history } = await explainer.explain(image, { seed: 2, onIteration });
  const [before, after] = masks;
  const free = Array.from(before!.keys()).filter((i) => before![i]! > 0.1 && before![i]! < 0.9);
  const moves = free.map((i) => after![i]! - before![i]!);
  assert.ok(moves.filter((move) => Math.abs(Math.abs(move) - 0.1) < 1e-3).length > 0.98 * free.length);
  const rising = moves.filter((move) => move > 0).length / moves.length;
  assert.ok(rising > 0.3 && rising < 0.6, `${rising} of the entries rose`);
  assert.ok(history[1]!.retainedPixel! > 0.45, 'so that it does not go to 0.405');
});

/** Retained information after one step of PixelMask from uniform in the kept results of a folder, by photograph. */
async function keptFirstSteps(folder: string): Promise<[string, number][]> {
  const results = await new ResultFolder(projectPath('data', 'results', folder)).readAll();
  return results
    .filter(({ run }) => run.method.name === 'pixelmask' && run.initializer.name === 'uniform')
    .map(({ run, result }) => [run.subject.name, result.curves.retainedPixel![1] ?? NaN]);
}

test('in the kept results of EfficientNet-Lite0 some photographs go to 0.405, and most stay near 0.5', async (t) => {
  for (const [name, next] of await keptFirstSteps('pictures')) t.diagnostic(`${name}: ${next.toFixed(3)}`);
  const steps = (await keptFirstSteps('reference')).map(([, next]) => next);
  const [least, middle, most] = [min(steps)!, median(steps), max(steps)!];
  t.diagnostic(`${steps.length} photographs: ${[least, middle, most].map((next) => next.toFixed(3)).join(', ')}`);
  assert.ok(least > 0.395 && most < 0.515 && middle > 0.45);
});
