import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { Classifier } from '../../src/classifiers/Classifier';
import { PixelMask } from '../../src/explainers/PixelMask';
import { loadImage } from '../../src/io/loadImage';
import { projectPath } from '../../src/io/project';
import * as tf from '../../src/tensorflow/tf';
import { realClassifier } from '../support/realClassifier';
import { needsShared, sharedPath } from '../support/shared';
import { toyClassifier } from '../support/toyClassifier';

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
    steps.push([explanation.history[0]!.retainedPixel, explanation.history[1]!.retainedPixel]);
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

test('the distortion of EfficientNet-Lite0 keeps some entries from falling, never more than the first step allows', async () => {
  for (const [start, next] of await firstSteps(await realClassifier(), photographs(projectPath('data', 'images')))) {
    assert.ok(Math.abs(start - 0.5) <= 0.005, `started at ${start}`);
    assert.ok(next >= 0.4 && next <= 0.51, `went to ${next}`);
  }
});
