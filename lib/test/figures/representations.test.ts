import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import sharp from 'sharp';
import { atomPicture } from '../../src/figures/atomPicture';
import { brightened } from '../../src/figures/brightened';
import { coefficientMosaic } from '../../src/figures/coefficientMosaic';
import { explanationGrid } from '../../src/figures/explanationGrid';
import { frequencyPicture } from '../../src/figures/frequencyPicture';
import { methodStyle } from '../../src/figures/palette';
import { photographUri } from '../../src/figures/photographUri';
import { pictureSlider } from '../../src/figures/pictureSlider';
import { relativeMagnitudes } from '../../src/figures/relativeMagnitudes';
import { shareCurves } from '../../src/figures/shareCurves';
import { shearletTiling } from '../../src/figures/shearletTiling';
import { methods } from '../../src/explainers/methods';
import { cosines } from '../../src/representations/cosines';
import { pixels } from '../../src/representations/pixels';
import { shearletSystem } from '../../src/representations/shearlet/shearletSystem';
import { shearlets } from '../../src/representations/shearlets';
import { wavelets } from '../../src/representations/wavelets';
import * as tf from '../../src/tensorflow/tf';
import { toyImage } from '../support/toyClassifier';
import { assertSnapshot } from './assertSnapshot';
import { exampleRuns } from './exampleRuns';

const uri = 'data:image/png;base64,AAAA';
const system = shearletSystem(64, 3);
const responseOf = (k: number): Float32Array => system.responses.slice(k * 64 * 64, (k + 1) * 64 * 64);

/** Runs `body` and asserts that it leaves `kept` tensors behind. */
function leaves<T>(kept: number, body: () => T): T {
  const before = tf.memory().numTensors;
  const result = body();
  assert.equal(tf.memory().numTensors - before, kept, 'tensors left behind');
  return result;
}

describe('coefficientMosaic', () => {
  test('holds every coefficient once, in the bands that the frequency asks for', () => {
    const wavelet = wavelets([64, 64]);
    const waves = tf.tidy(() =>
      tf
        .linspace(0, 32 * Math.PI, 64)
        .cos()
        .reshape([1, 1, 64, 1])
        .tile([1, 64, 1, 3]),
    );
    const coefficients = wavelet.analyse(waves as tf.Tensor4D);
    const magnitudes = tf.tidy(() => coefficients.map((scale) => scale.abs().max(4, true).div(100)));
    const mosaic = leaves(1, () => coefficientMosaic(magnitudes));
    const [height, width] = mosaic.shape;
    const energy = (y: number, x: number, h: number, w: number): number =>
      tf.tidy(() => mosaic.slice([y, x, 0], [h, w, 1]).less(0.9).mul(mosaic.slice([y, x, 0], [h, w, 1])).sum().dataSync()[0]!); // prettier-ignore
    const fine = coefficients.at(-1)!.shape[2]!;
    const right = energy(0, width - fine, fine, fine);
    // a wave along the rows changes along a row only
    assert.ok(right > 10 * energy(height - fine, 0, fine, fine), 'below');
    assert.ok(right > 10 * energy(height - fine, width - fine, fine, fine), 'diagonal');
    const all = magnitudes.reduce((sum, scale) => sum + scale.sum().dataSync()[0]!, 0);
    assert.ok(Math.abs(energy(0, 0, height, width) - all) < 1e-3 * all);
    wavelet.dispose();
  });

  test('refuses what is no wavelet mask', () => {
    assert.throws(() => coefficientMosaic([]), /scales must have the shapes of a wavelet mask, got none/);
    assert.throws(() => coefficientMosaic([tf.zeros([1, 8, 8, 1])]), /got \[1, 8, 8, 1\]/);
  });
});

test('relativeMagnitudes reaches 1 in every group, and is 0 where all is 0', () => {
  const wavelet = wavelets([32, 32], { levels: 2 });
  const coefficients = wavelet.analyse(toyImage().expandDims(0));
  const relative = leaves(3, () => relativeMagnitudes(wavelet, coefficients));
  for (const [scale, magnitudes] of relative.entries()) {
    const groups = magnitudes.reshape([wavelet.groups[scale]!, -1]).max(1).arraySync() as number[]; // prettier-ignore
    assert.deepEqual(groups, new Array<number>(wavelet.groups[scale]!).fill(1));
  }
  const nothing = relativeMagnitudes(pixels, [tf.zeros([1, 2, 2, 3])]);
  assert.deepEqual([...nothing[0]!.dataSync()], [0, 0, 0, 0]);
  wavelet.dispose();
});

describe('atomPicture', () => {
  const shape = [64, 64] as const;
  test('of a pixel is one pixel, of the first cosine an even picture', () => {
    const dot = leaves(1, () => atomPicture(pixels, shape, 0, [0, 3, 5, 0])).dataSync();
    assert.deepEqual([...dot.entries()].filter(([, value]) => value !== 0.5), [[3 * 64 + 5, 1]]); // prettier-ignore
    for (const value of atomPicture(cosines(shape), shape, 0, [0, 0, 0, 0]).dataSync())
      assert.ok(Math.abs(value - 1) < 1e-5);
  });

  test('of a shearlet lies where its coefficient does', () => {
    const atom = atomPicture(shearlets(shape), shape, 0, [0, 0, 7, 20, 40]);
    const largest = tf.tidy(() => atom.sub(0.5).abs().flatten().argMax().dataSync()[0]!);
    assert.deepEqual([Math.floor(largest / 64), largest % 64], [20, 40]);
  });

  test('refuses places that do not exist', () => {
    assert.throws(() => atomPicture(pixels, [8, 8], 0, [0, 8, 0, 0]), /place must lie in scale 0 .*got \[0, 8, 0, 0\]/);
    assert.throws(() => atomPicture(pixels, [8, 8], 1, [0, 0, 0, 0]), RangeError);
  });
});

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

  test('frequencyPicture has frequency 0 in the centre and 1 as its largest value', () => {
    const picture = leaves(1, () => frequencyPicture(system, 7)).dataSync();
    assert.equal(Math.max(...picture), 1);
    const top = Math.max(...responseOf(7).map(Math.abs));
    for (const [y, x] of [[0, 0], [3, -5], [-32, 31]] as const) // prettier-ignore
      assert.ok(Math.abs(picture[(y + 32) * 64 + x + 32]! - Math.abs(responseOf(7)[((y + 64) % 64) * 64 + ((x + 64) % 64)]!) / top) < 1e-6); // prettier-ignore
  });

  test('shearlets that do not exist, and more scales than colours, are refused', () => {
    assert.throws(() => shearletTiling(system, [33]), /chosen must be indices from 0 to 32, got 33/);
    assert.throws(() => frequencyPicture(system, -1), /k must be an integer from 0 to 32, got -1/);
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

  test('brightened keeps the order, and black black', () => {
    const black = tf.zeros([2]);
    assert.deepEqual([...leaves(1, () => brightened(black)).dataSync()], [0, 0]);
    const values = brightened(tf.tensor1d([0.1, 0.4, -3])).dataSync();
    assert.ok(Math.abs(values[0]! - 0.5) < 1e-6 && values[1] === 1 && values[2] === 0);
  });

  test('photographUri is a JPEG close to the picture', async () => {
    const grey = tf.fill<tf.Rank.R3>([16, 16, 3], 0.5);
    const address = await photographUri(grey);
    const { data, info } = await sharp(Buffer.from(address.split(',')[1]!, 'base64')).raw().toBuffer({ resolveWithObject: true }); // prettier-ignore
    assert.match(address, /^data:image\/jpeg;base64,/);
    assert.deepEqual([info.width, info.height], [16, 16]);
    for (const value of data) assert.ok(Math.abs(value - 127.5) < 2);
  });
});
