import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as library from '../../src/index';
import { terminalProgress } from '../../src/progress/terminalProgress';
import type { FinishedRun } from '../../src/study/store/RunResult';
import { assertKeeps } from '../support/tensors';
import { toyClassifier, toyImage } from '../support/toyClassifier';

const { tf } = library;
const classifier = toyClassifier(8);
const image = toyImage(8).expandDims<library.tf.Tensor4D>(0);
const runs: FinishedRun[] = [];
const curves = [Float64Array.of(1, 2)];
const provenance = { seed: 1, sampleSize: '', classifier: '', profile: '', versions: {} };
const withFeatures = {
  ...classifier,
  features: (x: library.tf.Tensor4D) => x,
  logitsFromFeatures: (x: library.tf.Tensor4D) => classifier.logits(x),
};

/** Every function of the library that takes options, but for explainers, optimisers and studies: one misspelt, and what is meant. */
const entrances: readonly [name: string, meant: string, call: (odd: never) => unknown][] = [
  ['alignRuns', 'changes', (odd) => library.alignRuns(runs, [{ method: 'pixelmask', initializer: 'uniform', ...(odd as object) }])],
  ['classifierFrom', 'preprocess', (odd) => library.classifierFrom(tf.sequential(), odd)],
  ['bootstrap', 'resamples', (odd) => library.bootstrap(curves[0]!, 'mean', odd)],
  ['estimateCurve', 'key', (odd) => library.estimateCurve(curves, 'mean', odd)],
  ['faithfulnessFigure', 'initializers', (odd) => library.faithfulnessFigure(runs, 'sound', odd)],
  ['gradCam', 'relu', (odd) => library.gradCam(withFeatures, image, 1, odd)],
  ['integratedGradients', 'baseline', (odd) => library.integratedGradients(classifier, image, 1, odd)],
  ['interquartileMeanFigure', 'procedure', (odd) => library.interquartileMeanFigure(runs, odd)],
  ['iterationsToLevelFigure', 'initializers', (odd) => library.iterationsToLevelFigure(runs, 'cpPixel', odd)],
  ['iterationsToTarget', 'window', (odd) => library.iterationsToTarget({ candidate: curves, reference: curves }, 'mean', odd)],
  ['loadImage', 'height', (odd) => library.loadImage('absent.png', odd)],
  ['normalisedScoreFigure', 'initializers', (odd) => library.normalisedScoreFigure(runs, 'cpPixel', odd)],
  ['pairedComparison', 'comparisons', (odd) => library.pairedComparison(curves[0]!, curves[0]!, odd)],
  ['photographsOf', 'every', (odd) => library.photographsOf('absent', odd)],
  ['pictureSlider', 'prefix', (odd) => library.pictureSlider('', '', [{ label: '', uri: '' }], odd)],
  ['raceToTarget', 'procedure', (odd) => library.raceToTarget({ candidate: curves, reference: curves }, 'mean', odd)],
  ['releasedIterationsToTarget', 'resamples', (odd) => library.releasedIterationsToTarget({ candidate: curves, reference: curves }, 'mean', odd)],
  ['retainedFigure', 'initializers', (odd) => library.retainedFigure(runs, 'pixelmask', odd)],
  ['shearlets', 'scales', (odd) => library.shearlets([64, 64], odd)],
  ['table1', 'initializers', (odd) => library.table1(runs, 'sound', odd)],
  ['table2', 'window', (odd) => library.table2(runs, 'sound', odd)],
  ['table4', 'initializers', (odd) => library.table4(runs, 'sound', odd)],
  ['terminalProgress', 'stream', (odd) => terminalProgress('', 1, odd)],
  ['wavelets', 'levels', (odd) => library.wavelets([8, 8], odd)],
  ['wilcoxonSignedRank', 'method', (odd) => library.wilcoxonSignedRank([1], odd)],
  ['writeFigure', 'sampleSize', (odd) => library.writeFigure('', '', { data: [], layout: { width: 1, height: 1 } }, { ...provenance, ...(odd as object) }, null!)],
]; // prettier-ignore

for (const [name, meant, call] of entrances)
  test(`${name} refuses a misspelt ${meant} before any work`, async () => {
    const typo = `${meant.slice(0, -1)}_`;
    await assertKeeps(0, () =>
      assert.rejects(Promise.resolve({ [typo]: 1 } as never).then(call), {
        name: 'RangeError',
        message: new RegExp(`must have no keys but .*\\b${meant}\\b.*, got ${typo}: is ${meant} meant\\?$`),
      }),
    );
  });

test('a single text is no list of its letters, and a procedure is one of two', () => {
  const one = { initializers: 'startgrad' } as object;
  for (const call of [() => library.table1(runs, 'sound', one), () => library.interquartileMeanFigure(runs, one)])
    assert.throws(call, { message: 'initializers must be a list of texts, got "startgrad"' });
  const soud = 'soud' as 'sound';
  for (const call of [
    () => library.table1(runs, soud),
    () => library.table2(runs, soud),
    () => library.table4(runs, soud),
    () => library.faithfulnessFigure(runs, soud),
    () => library.interquartileMeanFigure(runs, { procedure: soud }),
    () => library.publishedSpeedUps({ speedUps: [] }, soud),
    () => library.raceToTarget({ candidate: curves, reference: curves }, 'mean', { procedure: soud }),
  ])
    assert.throws(call, { message: 'procedure must be one of released, sound, got "soud"' });
});
