import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { alignRuns } from '../../../src/analysis/align/alignRuns';
import { compareStarts, curvesByStart } from '../../../src/analysis/align/compareStarts';
import { attributions, threeStarts } from '../../../src/study/plan/startNames';
import { compareMaskSizes } from '../../../src/analysis/align/compareMaskSizes';
import type { FinishedRun } from '../../../src/study/store/RunResult';
import { describeSample } from '../../../src/analysis/align/Sample';
import { scoreCurves } from '../../../src/analysis/curves/scoreCurves';
import { exampleComparison, exampleMaskSizes, exampleResult, withScores } from '../../figures/exampleResults';

const names = (runs: readonly FinishedRun[] | undefined): string[] => (runs ?? []).map(({ run }) => run.subject.name);

describe('alignRuns', () => {
  const contenders = threeStarts.map((initializer) => ({ method: 'waveletx', initializer }));

  test('pairs photographs in one order, whatever the order of the runs, and ignores other runs', () => {
    const { runs, sample } = alignRuns(exampleComparison(3).reverse(), contenders);
    for (const own of runs) assert.deepEqual(names(own), ['photo0.png', 'photo1.png', 'photo2.png']);
    assert.deepEqual(
      runs.map(([first]) => [first!.run.method.name, first!.run.initializer.name]),
      contenders.map(({ method, initializer }) => [method, initializer]),
    );
    assert.deepEqual(sample, {
      photographs: 3,
      leftOut: [],
      incomplete: [],
      masks: 9,
      died: [],
      lost: [],
      variant: 'paper',
      classifier: 'efficientnet-lite0',
      samples: 4,
    });
  });

  test('a photograph that one contender lacks is left out of all, named and counted', () => {
    const lacking = exampleComparison(3).filter(
      ({ run }) =>
        !(run.subject.name === 'photo1.png' && run.method.name === 'shearletx' && run.initializer.name === 'uniform'),
    );
    const { sample, methods } = compareStarts(lacking);
    assert.deepEqual(sample.leftOut, ['photo1.png']);
    assert.match(describeSample(sample), /^n = 2 photographs, 1 left out for lack of a run, 4 noise samples/);
    for (const { runs } of methods)
      for (const own of Object.values(runs)) assert.deepEqual(names(own), ['photo0.png', 'photo2.png']);
  });

  test('a mask that died is counted, and its scores are undefined from then on', () => {
    const runs = exampleComparison(2).map((finished) => {
      const { subject, initializer } = finished.run;
      if (subject.name !== 'photo1.png' || initializer.name !== 'uniform') return finished;
      const dead = finished.result.curves.retainedL1!.map((kept, t) => (t < 5 ? kept : 0));
      return { ...finished, result: { ...finished.result, curves: { ...finished.result.curves, retainedL1: dead } } };
    });
    const { sample, methods } = compareStarts(runs);
    assert.match(describeSample(sample), /n = 2 photographs, 3 of 18 masks died, 4 noise samples/);
    assert.equal(sample.died[0], 'photo1.png by pixelmask from uniform');
    const { uniform } = curvesByStart(methods[0]!, 'cpL1');
    assert.deepEqual(
      Array.from(uniform![1]!, Number.isNaN),
      Array.from({ length: 20 }, (_, t) => t >= 5),
    );
    assert.ok(!uniform![0]!.some(Number.isNaN));
  });

  test('a mask that ends with less than half of the class’s probability is counted and named, an attribution is not', () => {
    const ending = (finished: FinishedRun, last: number): FinishedRun => {
      const before = finished.result.curves.retainedProbability!.slice(0, -1);
      const curves = { ...finished.result.curves, retainedProbability: [...before, last] };
      return { ...finished, result: { ...finished.result, curves } };
    };
    const runs = exampleComparison(2).map((finished) => {
      const { subject, method, initializer } = finished.run;
      if (attributions.includes(initializer.name)) return ending(finished, 0.001);
      if (method.name !== 'waveletx' || subject.name !== 'photo1.png') return finished;
      return initializer.name === 'uniform' ? ending(finished, 0.4999) : ending(finished, 0.5);
    });
    const { sample } = compareStarts(runs);
    assert.deepEqual(sample.lost, ['photo1.png by waveletx from uniform']);
    assert.match(
      describeSample(sample),
      /^n = 2 photographs, 1 of 18 masks lost the class \(below 50 % of its probability\), 4 noise samples,/,
    );
    const flat = alignRuns(runs, [...contenders, { method: 'pixelmask', initializer: 'grad-cam' }]).sample;
    assert.deepEqual([flat.masks, flat.lost], [6, sample.lost]);
  });

  test('a method that has no run at all from some start is left out and named, and the others are compared', () => {
    const started = exampleResult(0, 'cosinemask', 'startgrad');
    // the only one from uniform is under changed options, and so another condition
    const shared = exampleResult(0, 'shearletx', 'uniform', { changes: { sharedMask: true } });
    const rest = exampleComparison(2).filter(
      ({ run }) => !(run.method.name === 'shearletx' && run.initializer.name === 'uniform'),
    );
    const { sample, methods } = compareStarts([...rest, started, shared]);
    assert.deepEqual(
      methods.map(({ method }) => method),
      ['pixelmask', 'waveletx'],
    );
    assert.deepEqual(sample.incomplete, ['shearletx', 'cosinemask']);
    assert.match(
      describeSample(sample),
      /^n = 2 photographs, without shearletx and cosinemask for lack of runs, 4 noise/,
    );
  });

  test('other initialisers than the paper’s are compared where they are named', () => {
    const mine = [0, 1].map((photograph) => exampleResult(photograph, 'waveletx', 'mine.js'));
    const { methods, sample } = compareStarts([...exampleComparison(2), ...mine], ['startgrad', 'mine.js']);
    assert.deepEqual(
      methods.map(({ method, runs }) => [method, Object.keys(runs)]),
      [['waveletx', ['startgrad', 'mine.js']]],
    );
    assert.deepEqual(sample.incomplete, ['pixelmask', 'shearletx']);
  });

  test('scores are those of the history: retained probability / retained information', () => {
    const run = withScores(exampleResult(0, 'pixelmask', 'uniform'), [1, 2.5]);
    assert.deepEqual(scoreCurves([run], 'cpL1'), [Float64Array.of(1, 2.5)]);
    assert.deepEqual(scoreCurves([run], 'retainedL1'), [Float64Array.of(1, 1)]);
  });

  test('runs under changed options belong to their own condition only', () => {
    const { cells, sample } = compareMaskSizes(exampleMaskSizes(2));
    assert.equal(sample.photographs, 2);
    assert.deepEqual(
      cells.map(({ runs }) => [runs.startgrad, runs['all-ones']].map(([finished]) => finished!.run.options)),
      [
        [{}, {}],
        [{ sharedMask: true }, { sharedMask: true }],
        [clamp, clamp],
        [
          { sharedMask: true, ...clamp },
          { sharedMask: true, ...clamp },
        ],
      ].map((pair) => pair.map((changes) => ({ ...exampleResult(0, 'shearletx', 'uniform').run.options, ...changes }))),
    );
  });
  const clamp = { clampCoefficients: true, clampImage: false };

  test('nothing, mixtures and repetitions are refused, saying what was got', () => {
    const runs = exampleComparison(2);
    const change = (changes: Partial<FinishedRun['run']>): FinishedRun[] => [
      { ...runs[0]!, run: { ...runs[0]!.run, ...changes } },
      ...runs.slice(1),
    ];
    assert.throws(
      () => compareStarts([]),
      /runs must hold a method from startgrad, all-ones, uniform, got none among 0 runs/,
    );
    const none = runs.filter(({ run }) => run.initializer.name !== 'uniform');
    assert.throws(
      () => compareStarts(none),
      /runs must hold a method from startgrad, all-ones, uniform, got none among 20 runs/,
    );
    assert.throws(() => alignRuns(none, contenders), /runs must hold waveletx from uniform, got none among 20 runs/);
    assert.throws(
      () => compareStarts(change({ samples: 16 })),
      /runs must have one number of noise samples, got 16 and 4/,
    );
    assert.throws(() => compareStarts(change({ seed: 2 })), /runs must have one seed, got 2 and 1/);
    assert.throws(
      () => compareStarts(change({ variant: 'released' })),
      /runs must have one variant, got released and paper/,
    );
    assert.throws(() => compareStarts(change({ revision: 2 })), /runs must have one revision, got 2 and 1/);
    assert.throws(
      () => compareStarts(change({ tensorflow: '1.0' })),
      /runs must have one version of TensorFlow, got 1\.0 and /,
    );
    assert.throws(() => compareStarts(change({ sharp: '1.0' })), /runs must have one version of sharp, got 1\.0 and /);
    assert.throws(
      () => compareStarts(change({ iterations: 50 })),
      /runs must have one number of iterations, got 50 and 20/,
    );
    assert.throws(
      () => compareStarts(change({ classifier: { name: 'resnet18' } })),
      /runs must have one classifier, got resnet18 and efficientnet-lite0/,
    );
    assert.throws(
      () => compareStarts(change({ initializer: { name: 'startgrad', sha256: 'edited' } })),
      /runs must have one hash of startgrad, got edited and none/,
    );
    assert.throws(
      () => compareStarts([...runs, runs[0]!]),
      /runs must hold pixelmask from startgrad of photo0.png once, got several/,
    );
    const apart = ['startgrad', 'all-ones', 'uniform'].map((start, i) => exampleResult(i, 'pixelmask', start));
    assert.throws(() => compareStarts(apart), /runs must hold one photograph from every contender, got none/);
  });
});
