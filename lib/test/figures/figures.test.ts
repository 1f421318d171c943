import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { initializers } from '../../src/initializers/initializers';
import { cpCurves } from '../../src/figures/run/cpCurves';
import { explanationPanel } from '../../src/figures/style/explanationPanel';
import { gradientDistribution } from '../../src/figures/paper/gradientDistribution';
import { lossCurves } from '../../src/figures/run/lossCurves';
import { maskSlider } from '../../src/figures/run/maskSlider';
import { initializerStyle } from '../../src/figures/style/palette';
import { retainedCurves } from '../../src/figures/run/retainedCurves';
import { assertSnapshot } from './assertSnapshot';
import { exampleRuns } from './exampleRuns';

const uri = 'data:image/png;base64,AAAA';
const shares = (trace: unknown): number[] => (trace as { y: number[] }).y;

describe('curves', () => {
  const runs = exampleRuns(6);
  test('cpCurves draws as it did', () => assertSnapshot('cpCurves', cpCurves(runs)));
  test('lossCurves draws as it did', () => assertSnapshot('lossCurves', lossCurves(runs)));
  test('retainedCurves draws as it did', () => assertSnapshot('retainedCurves', retainedCurves(runs)));

  test('a score that is not defined leaves a gap', () => {
    const [first] = cpCurves(runs).data as { y: (number | null)[]; connectgaps?: boolean }[];
    assert.equal(first!.y[3], null);
    assert.notEqual(first!.connectgaps, true);
  });

  test('the spatial energy has a panel only where the method has the term', () => {
    assert.equal(lossCurves(exampleRuns(6, false)).data.length, 3 * runs.length);
    assert.equal(lossCurves(exampleRuns(6, true)).data.length, 4 * runs.length);
  });

  test('an initialiser has the same colour in every figure, and no two share it and the dash', () => {
    for (const draw of [cpCurves, lossCurves, retainedCurves])
      for (const { name, line } of draw(runs).data as { name: string; line: { color: string } }[])
        assert.equal(
          line.color,
          initializers.map((i) => initializerStyle(i.name)).find((s) => s.label === name)?.colour,
        );
    const styles = initializers.map(({ name }) => initializerStyle(name));
    assert.equal(new Set(styles.map(({ colour, dash }) => `${colour} ${dash}`)).size, initializers.length);
  });

  test('initialisers without a style of their own are told apart where they are drawn together', () => {
    const own = ['mine.js', 'theirs.js', 'ours.js', 'yours.js', 'his.js', 'hers.js'];
    const among = [...initializers.map(({ name }) => name), ...own];
    const styles = among.map((name) => initializerStyle(name, among));
    assert.equal(new Set(styles.map(({ colour, dash }) => `${colour} ${dash}`)).size, among.length);
    assert.equal(new Set(styles.slice(-own.length, -2).map(({ colour }) => colour)).size, 4);
    assert.deepEqual(initializerStyle('mine.js'), initializerStyle('mine.js', ['startgrad', 'mine.js', 'theirs.js']));
    const drawn = cpCurves(own.slice(0, 3).map((initializer) => ({ ...runs[0]!, initializer })));
    assert.equal(new Set((drawn.data as { line: { color: string } }[]).map(({ line }) => line.color)).size, 3);
  });

  test('runs that cannot be compared are refused', () => {
    assert.throws(() => cpCurves([]), /runs must hold at least one explanation, got none/);
    assert.throws(
      () => cpCurves([runs[0]!, { ...runs[1]!, label: 'tabby' }]),
      /runs must be of one image and method, got .*tabby/,
    );
  });
});

describe('gradientDistribution', () => {
  test('draws as it did', () => {
    const ramp = Float32Array.from({ length: 400 }, (_, i) => i / 399);
    assertSnapshot(
      'gradientDistribution',
      gradientDistribution(
        ramp.map((v) => v ** 4),
        ramp,
        'Egyptian cat',
      ),
    );
  });

  test('counts every value once, for any values', () => {
    fc.assert(
      fc.property(fc.array(fc.float({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 200 }), (values) => {
        const figure = gradientDistribution(
          Float32Array.from(values, (v) => 7 * v),
          Float32Array.from(values),
          '',
        );
        for (const trace of figure.data)
          assert.ok(Math.abs(shares(trace).reduce((sum, share) => sum + share, 0) - 100) < 1e-9);
      }),
      { seed: 1 },
    );
  });

  test('shows an even mask as even', () => {
    const mask = Float32Array.from({ length: 10_000 }, (_, i) => (i + 0.5) / 10_000);
    for (const share of shares(gradientDistribution(mask, mask, '').data[1])) assert.ok(Math.abs(share - 1) < 0.02);
  });

  test('refuses other lengths', () => {
    assert.throws(
      () => gradientDistribution(new Float32Array(2), new Float32Array(3), ''),
      /saliency and mask must have as many values, got 2 and 3/,
    );
  });
});

describe('pictures', () => {
  const frames = [0, 5, 9].map((iteration) => ({ iteration, uri }));
  test('maskSlider draws as it did', () => assertSnapshot('maskSlider', maskSlider('Mask', 'note', frames)));
  test('explanationPanel draws as it did', () => {
    const tiles = ['photograph', 'gradient', 'mask', 'explanation', 'more'].map((title) => ({ title, uri }));
    assertSnapshot('explanationPanel', explanationPanel('Explanations', 'note', tiles));
  });

  test('no picture, or more frames than a notebook can bear, are refused', () => {
    const many = Array.from({ length: 21 }, (_, iteration) => ({ iteration, uri }));
    assert.throws(() => maskSlider('', '', many), /frames must be 1 to 20 pictures, got 21/);
    assert.throws(() => maskSlider('', '', []), /frames must be 1 to 20 pictures, got 0/);
    assert.throws(() => explanationPanel('', '', []), /tiles must hold at least one picture, got none/);
  });
});
