import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import sharp from 'sharp';
import { projectPath } from '../../src/project';
import { atomPicture } from '../../src/pictures/atomPicture';
import { brightened } from '../../src/pictures/brightened';
import { coefficientMosaic } from '../../src/pictures/coefficientMosaic';
import { copper } from '../../src/pictures/copper';
import { frequencyPicture } from '../../src/pictures/frequencyPicture';
import { photographUri } from '../../src/pictures/photographUri';
import { relativeMagnitudes } from '../../src/pictures/relativeMagnitudes';
import { cosines } from '../../src/representations/cosines';
import { pixels } from '../../src/representations/pixels';
import { shearletSystem } from '../../src/representations/shearlet/shearletSystem';
import { shearlets } from '../../src/representations/shearlet/shearlets';
import { wavelets } from '../../src/representations/wavelet/wavelets';
import * as tf from '../../src/tensorflow/tf';
import { toyImage } from '../support/toyClassifier';

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

test('frequencyPicture has frequency 0 in the centre and 1 as its largest value', () => {
  const system = shearletSystem(64, 3);
  const response = system.responses.slice(7 * 64 * 64, 8 * 64 * 64);
  const picture = leaves(1, () => frequencyPicture(system, 7)).dataSync();
  assert.equal(Math.max(...picture), 1);
  const top = Math.max(...response.map(Math.abs));
  for (const [y, x] of [[0, 0], [3, -5], [-32, 31]] as const) // prettier-ignore
    assert.ok(Math.abs(picture[(y + 32) * 64 + x + 32]! - Math.abs(response[((y + 64) % 64) * 64 + ((x + 64) % 64)]!) / top) < 1e-6); // prettier-ignore
  assert.throws(() => frequencyPicture(system, -1), /k must be an integer from 0 to 32, got -1/);
});

test('brightened keeps the order, and black black', () => {
  const black = tf.zeros([2]);
  assert.deepEqual([...leaves(1, () => brightened(black)).dataSync()], [0, 0]);
  const values = brightened(tf.tensor1d([0.1, 0.4, -3])).dataSync();
  assert.ok(Math.abs(values[0]! - 0.5) < 1e-6 && values[1] === 1 && values[2] === 0);
});

test('copper is matplotlib’s, within half a step of 8 bits, and leaks nothing', () => {
  const { rgb } = JSON.parse(readFileSync(projectPath('lib', 'test', 'fixtures', 'copper.json'), 'utf8')) as {
    rgb: number[][];
  };
  const before = tf.memory().numTensors;
  const coloured = copper(tf.tidy(() => tf.linspace(0, 1, 256).reshape<tf.Tensor3D>([256, 1, 1])));
  const worst = tf.tidy(() => coloured.squeeze([1]).sub(tf.tensor2d(rgb)).abs().max().dataSync()[0]!);
  assert.ok(worst < 0.5 / 255, `difference ${worst}`);
  assert.equal(tf.memory().numTensors, before + 2);
  assert.throws(() => copper(tf.zeros([1, 1, 3])), /grey must have 1 channel, got 3/);
});

test('photographUri is a JPEG close to the picture', async () => {
  const grey = tf.fill<tf.Rank.R3>([16, 16, 3], 0.5);
  const address = await photographUri(grey);
  const { data, info } = await sharp(Buffer.from(address.split(',')[1]!, 'base64')).raw().toBuffer({ resolveWithObject: true }); // prettier-ignore
  assert.match(address, /^data:image\/jpeg;base64,/);
  assert.deepEqual([info.width, info.height], [16, 16]);
  for (const value of data) assert.ok(Math.abs(value - 127.5) < 2);
});
