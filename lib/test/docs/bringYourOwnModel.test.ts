import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as library from '../../src/index';
import type { Classifier, ExplainerOptions, Explanation, Initializer } from '../../src/index';
import { projectPath } from '../../src/project';
import { assertClose } from '../support/tensors';
import { toyImage } from '../support/toyClassifier';

/** What a module of the examples makes of the library. */
async function made<T>(file: string): Promise<T> {
  const module = (await import(projectPath('examples', file))) as {
    default: (given: typeof library) => T | Promise<T>;
  };
  return module.default(library);
}

const explain = (classifier: Classifier, options: ExplainerOptions): Promise<Explanation> =>
  new library.PixelMask(classifier, { iterations: 3, samples: 4, ...options }).explain(toyImage(64));

/** The share of mask entries that three iterations on the distortion alone move. */
async function moved(classifier: Classifier): Promise<number> {
  const start = library.tf.ones([1, 64, 64, 1]).mul(0.5);
  const half: Initializer = { name: 'half', initialise: () => [start.clone()] };
  const { mask } = await explain(classifier, { init: half, sparsityWeight: 0 });
  return library.tf.tidy(() => mask[0]!.notEqual(start).mean().dataSync()[0]!);
}

for (const file of ['my-model.js', 'my-method.js', 'my-initializer.js'])
  test(`the guide shows examples/${file} as it is, in under 30 lines`, () => {
    const code = readFileSync(projectPath('examples', file), 'utf8');
    const guide = readFileSync(projectPath('docs', 'bring-your-own-model.md'), 'utf8');
    assert.ok(
      guide.includes(`\n\`\`\`js\n${code}\`\`\`\n`),
      `docs/bring-your-own-model.md and examples/${file} differ`,
    );
    assert.ok(code.trimEnd().split('\n').length < 30);
  });

test('the example model is explained, and the gradient of the distortion reaches its mask', async () => {
  const classifier = await made<Classifier>('my-model.js');
  const { history, facts } = await explain(classifier, {});
  assert.equal(history.length, 3);
  assert.equal(facts.classifier, 'my-model');
  assert.ok(classifier.labels.includes(facts.label));
  assert.ok(history.every(({ loss, distortion }) => Number.isFinite(loss) && distortion > 0));

  const share = await moved(classifier);
  assert.ok(share > 0.9, `the distortion moved ${share} of the mask`);
  const logits = (images: library.tf.Tensor4D): library.tf.Tensor2D => classifier.logits(images).mul(0);
  assert.equal(await moved({ ...classifier, logits }), 0, 'a model that ignores the image moves nothing');
});

test('the example model is the same every time', async () => {
  const [one, two] = [await made<Classifier>('my-model.js'), await made<Classifier>('my-model.js')];
  const image = toyImage(64).expandDims<library.tf.Tensor4D>(0);
  assert.deepEqual(one.logits(image).dataSync(), two.logits(image).dataSync());
});

test('the example initialiser starts at a mask of mean 1/3', async () => {
  const classifier = await made<Classifier>('my-model.js');
  const { history, facts } = await explain(classifier, { init: await made<Initializer>('my-initializer.js') });
  assert.equal(facts.initializer, 'squared-ranks');
  assertClose([history[0]!.sparsity], [1 / 3], 2e-3);
});
