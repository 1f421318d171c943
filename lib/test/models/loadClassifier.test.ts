import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { imageNetLabels, shortLabel } from '../../src/models/imageNetLabels';
import { loadClassifier } from '../../src/models/loadClassifier';
import { assertKeeps } from '../support/tensors';

test('a classifier is loaded by its name', async () => {
  await assertKeeps(0, async () => {
    const classifier = await loadClassifier('efficientnet-lite0');
    assert.equal(classifier.name, 'efficientnet-lite0');
    assert.deepEqual(classifier.inputShape, [224, 224, 3]);
    assert.equal(classifier.labels[1], 'goldfish, Carassius auratus');
    classifier.dispose();
  });
});

test('an unknown name is refused with the names that exist', async () => {
  await assert.rejects(
    loadClassifier('resnet'),
    /^RangeError: classifier must be one of efficientnet-lite0, resnet18, got "resnet"$/,
  );
});

test('missing weights: the message says what to do; damaged weights: the message says what is wrong', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'models-'));
  try {
    await assert.rejects(
      loadClassifier('efficientnet-lite0', folder),
      /efficientnet-lite0\.safetensors is missing: run `npm run setup`/,
    );
    await assert.rejects(loadClassifier('resnet18', folder), /resnet18-f37072fd\.pth is missing: put torchvision's/);
    await writeFile(path.join(folder, 'efficientnet-lite0.safetensors'), 'half a file');
    await assert.rejects(loadClassifier('efficientnet-lite0', folder), /is not a safetensors file/);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('the labels are a thousand names in the order of ImageNet, each with its synonyms', () => {
  assert.equal(imageNetLabels.length, 1000);
  assert.ok(imageNetLabels.every((label) => label.length > 0));
  assert.equal(imageNetLabels[0], 'tench, Tinca tinca');
  assert.equal(imageNetLabels[999], 'toilet tissue, toilet paper, bathroom tissue');
  assert.equal(shortLabel(imageNetLabels[1]!), 'goldfish');
});
