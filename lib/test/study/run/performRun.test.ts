import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import sharp from 'sharp';
import { ImageExplainer } from '../../../src/explainers/image/ImageExplainer';
import { methods } from '../../../src/explainers/image/methods';
import { allOnes } from '../../../src/initializers/allOnes';
import { startGrad } from '../../../src/initializers/startGrad';
import type { Classifier } from '../../../src/models/Classifier';
import { performRun } from '../../../src/study/run/performRun';
import type { Run } from '../../../src/study/plan/Run';
import { hasDied } from '../../../src/analysis/align/maskFate';
import { ResultFolder } from '../../../src/study/store/ResultFolder';
import { temporaryFolder } from '../../setup/runScript';
import { toCurves, toHistory, type RunResult } from '../../../src/study/store/RunResult';
import type * as tf from '../../../src/tensorflow/tf';
import { byName } from '../../../src/validation/byName';
import { assertKeeps } from '../../support/tensors';
import { toyClassifier, toyImage } from '../../support/toyClassifier';
import { toyRun } from '../toys/toyRun';

let classifier: Classifier;
let image: tf.Tensor3D;
before(() => {
  classifier = toyClassifier(64);
  image = toyImage(64);
});
after(() => {
  classifier.dispose();
  image.dispose();
});

const iterations = 4;
const runOf = (method: string, changes: Partial<Run> = {}): Run => {
  const initializer = { name: startGrad.name };
  return toyRun({ method: { name: method }, iterations, samples: 2, initializer, ...changes });
};
const perform = (run: Run, onIteration = (): void => undefined): Promise<RunResult> =>
  performRun(run, { ...partsOf(run), onIteration });
const partsOf = (run: Run) => ({ classifier, method: byName('method', methods, run.method.name), initializer: startGrad, image }); // prettier-ignore

for (const method of ['pixelmask', 'waveletx', 'shearletx'])
  test(`a run of ${method} is what ImageExplainer measures, looked at or not, and leaves no tensor`, async () => {
    const looked = runOf(method, { faithfulness: [0, 2, 4], pictures: [0, 4], masks: [0, 1, 4] });
    await perform(looked); // what is kept for good, such as a shearlet system, is made the first time
    let told = 0;
    const result = await assertKeeps(0, () => perform(looked, () => told++));
    assert.equal(told, iterations, 'told of every iteration');

    const explainer = new ImageExplainer(classifier, byName('method', methods, method), {
      init: startGrad,
      iterations,
      samples: 2,
    });
    const explanation = await explainer.explain(image, { seed: 1 });
    const { facts, history } = explanation;
    assert.deepEqual(result.curves, toCurves(history));
    assert.deepEqual(
      [result.target, result.label, result.probability, result.versions],
      [facts.target, facts.label, facts.probability, facts.versions],
    );
    explanation.dispose();
    assert.deepEqual((await perform(runOf(method))).curves, result.curves, 'looking changes nothing');

    const at = (list: readonly { readonly iteration: number }[]): number[] => list.map(({ iteration }) => iteration);
    assert.deepEqual(at(result.faithfulness), [0, 2, 4]);
    assert.deepEqual(at(result.pictures), [0, 4]);
    assert.deepEqual(at(result.masks), [0, 1, 4]);
    for (const { sound, released } of result.faithfulness)
      for (const areas of [sound, released]) {
        assert.ok(Object.values(areas).every(Number.isFinite));
        assert.equal(areas.score, areas.insertion - areas.deletion);
      }
    for (const shown of [...result.pictures, ...result.masks]) {
      assert.match(shown.uri, /^data:image\/png;base64,/);
      const picture = await sharp(Buffer.from(shown.uri.split(',')[1]!, 'base64')).metadata();
      assert.ok(picture.width >= 64 && picture.height >= 64);
    }
    const uris = result.masks.map(({ uri }) => uri);
    assert.equal(new Set(uris).size, 3, 'the mask of every moment is another');
  });

test('the mask after T updates is looked at where a longer run has it', async () => {
  const last = await perform(runOf('pixelmask', { iterations: 2, masks: [2], faithfulness: [2] }));
  const longer = await perform(runOf('pixelmask', { iterations: 4, masks: [2], faithfulness: [2] }));
  assert.deepEqual(last.masks, longer.masks);
  assert.deepEqual(last.faithfulness, longer.faithfulness);
});

test('the same run gives the same JSON, another seed another', async () => {
  const run = runOf('pixelmask', { faithfulness: [0] });
  const [one, same, other] = [await perform(run), await perform(run), await perform({ ...run, seed: 2 })];
  assert.equal(JSON.stringify(same), JSON.stringify(one));
  assert.notDeepEqual(other.curves, one.curves);
  assert.notDeepEqual(other.faithfulness, one.faithfulness);
});

test('a run that throws leaves no tensor either', async () => {
  const bad = { name: 'bad', initialise: (): never => assert.fail('bad initialiser') };
  const late = (): never => assert.fail('late');
  await assertKeeps(0, async () => {
    await assert.rejects(
      performRun(runOf('waveletx'), { ...partsOf(runOf('waveletx')), initializer: bad }),
      /bad initialiser/,
    );
    await assert.rejects(
      performRun(runOf('waveletx'), { ...partsOf(runOf('waveletx')), initializer: allOnes, onIteration: late }),
      /late/,
    );
    let updates = 0;
    const tired: Classifier = {
      ...classifier,
      logits: (batch) => (updates < iterations ? classifier.logits(batch) : assert.fail('tired')),
    };
    const last = runOf('waveletx', { faithfulness: [iterations] });
    await assert.rejects(
      performRun(last, { ...partsOf(last), classifier: tired, initializer: allOnes, onIteration: () => updates++ }),
      /tired/,
    );
  });
});

test('a black photograph has no retained information, and so no score, with the reason; its run is kept and read again', async (t) => {
  const black: tf.Tensor3D = image.mul(0);
  const run = runOf('pixelmask', { faithfulness: [0] });
  const result = await performRun(run, { ...partsOf(run), image: black });
  assert.equal(result.curves.retainedPixel, null);
  assert.ok(result.curves.distortion!.every((value) => Number.isFinite(value)));
  const store = new ResultFolder(temporaryFolder(t));
  await store.write(run, result, { seconds: 1 });
  const [kept] = await store.readAll();
  const [row] = toHistory(kept!);
  assert.deepEqual([row!.retainedL1, row!.retainedPixel, row!.cpL1, row!.cpPixel], [null, null, null, null]);
  assert.match(row!.undefinedCp!, /^cpL1: retained information is undefined: the image has none; cpPixel: /);
  assert.ok(hasDied(kept!), 'figures leave its scores out');
  black.dispose();
});
