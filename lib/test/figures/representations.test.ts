import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { explanationGrid } from '../../src/figures/run/explanationGrid';
import { methodStyle } from '../../src/figures/style/palette';
import { pictureSlider } from '../../src/figures/style/pictureSlider';
import { shareCurves } from '../../src/figures/shareCurves';
import { shearletTiling } from '../../src/figures/shearletTiling';
import { methods } from '../../src/explainers/image/methods';
import { shearletSystem } from '../../src/representations/shearlet/shearletSystem';
import { assertSnapshot } from './assertSnapshot';
import { exampleRuns } from './exampleRuns';

const uri = 'data:image/png;base64,AAAA';
const system = shearletSystem(64, 3);
const responseOf = (k: number): Float32Array => system.responses.slice(k * 64 * 64, (k + 1) * 64 * 64);

describe('shearlets', () => {
  const figure = shearletTiling(system, [2, 30]);
  const [chosen, largest] = figure.data as unknown as { x: number[]; z: number[][]; text: string[][] }[];
  const at = (ωy: number, ωx: number): [number, number] => [largest!.x.indexOf(ωy), largest!.x.indexOf(ωx)];

  test('the tiling shows the low-pass in the centre and the finest scale at the border', () => {
    const [centre] = at(0, 0);
    assert.equal(largest!.text[centre]![centre], '0, 0, 0');
    const [y, x] = at(0, 0.4375);
    assert.equal(largest!.text[y]![x], '3, 1, 0');
    assert.equal(largest!.text[x]![y], '3, 2, 0');
    assert.equal(largest!.z[y]![x], 6);
  });

  test('the tiling names the largest response, and draws the chosen ones', () => {
    const [y, x] = at(-0.25, 0.125);
    const bin = ((-16 + 64) % 64) * 64 + 8;
    const best = system.index.map((_, k) => Math.abs(responseOf(k)[bin]!));
    const { scale, cone, shear } = system.index[best.indexOf(Math.max(...best))]!;
    assert.equal(largest!.text[y]![x], `${scale}, ${cone}, ${shear}`);
    assert.ok(Math.abs(chosen!.z[y]![x]! - Math.max(best[2]!, best[30]!)) <= 5e-4);
  });

  test('shearlets that do not exist, and more scales than colours, are refused', () => {
    assert.throws(() => shearletTiling(system, [33]), /chosen must be indices from 0 to 32, got 33/);
    assert.throws(() => shearletTiling({ ...system, scales: 5 }, []), /scales must be at most 4, got 5/);
  });
});

describe('comparisons', () => {
  const entries = ['pixelmask', 'waveletx'].flatMap((method) =>
    exampleRuns(6).map((facts) => ({ facts: { ...facts, method }, uri })),
  );
  test('explanationGrid draws as it did', () =>
    assertSnapshot('explanationGrid', explanationGrid('Grid', 'note', entries)));

  test('explanationGrid sorts by method, then by initialiser, whatever the order', () => {
    const titles = (grid: typeof entries): unknown =>
      explanationGrid('', '', grid).layout.annotations!.map((a) => a.text);
    const mixed = [...entries.slice(0, 3), entries[4]!, entries[3]!, entries[5]!];
    assert.deepEqual(titles(mixed), titles(entries));
    assert.throws(
      () => explanationGrid('', '', entries.slice(1)),
      /entries must hold every method from every initialiser, got no pixelmask from startgrad/,
    );
  });

  test('shareCurves draws as it did', () => {
    const points = [0.01, 0.1, 1].map((share) => ({ share, probability: share }));
    const curves = ['pixelmask', 'waveletx'].map((method) => ({ method, name: method, points }));
    assertSnapshot('shareCurves', shareCurves('note', 0.5, curves));
    assert.throws(() => shareCurves('', 0, []), /curves must hold at least one, got none/);
  });

  test('every method has a colour and a symbol of its own', () => {
    const styles = methods.map(({ name }) => methodStyle(name));
    assert.equal(new Set(styles.map(({ colour }) => colour)).size, methods.length);
    assert.equal(new Set(styles.map(({ symbol }) => symbol)).size, methods.length);
  });
});

describe('pictures', () => {
  test('pictureSlider shows pictures of any size under their labels', () => {
    const frames = ['1 %', '10 %'].map((label) => ({ label, uri }));
    assertSnapshot('pictureSlider', pictureSlider('Slider', 'note', frames, { prefix: 'kept: ', size: [896, 224] }));
  });
});
