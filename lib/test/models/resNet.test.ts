import assert from 'node:assert/strict';
import test from 'node:test';
import type { StoredWeights } from '../../src/models/layers/foldBatchNorm';
import { randomResNet18, resNet18 } from '../../src/models/resNet';
import { inputGradient } from '../../src/attributions/inputGradient';
import { readSafetensors } from '../../src/files/tensors/safetensors';
import * as tf from '../../src/tensorflow/tf';
import { assertKeeps, relativeError } from '../support/tensors';
import { fixturePath } from '../support/fixturePath';

const size = 64;

/** As in make_resnet18.py: numbers in [-1, 1) from the hash of a name and the index of an element. */
function hashed(name: string, count: number): Float64Array {
  const seed = name.split('').reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 0x01000193), 0x811c9dc5);
  return Float64Array.from({ length: count }, (_, i) => {
    let x = i ^ seed;
    x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
    x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
    return ((x ^ (x >>> 16)) >>> 0) / 2 ** 31 - 1;
  });
}

/** torchvision's weights of ResNet18, by a formula. */
function hashedWeights(): StoredWeights {
  const weights: Record<string, StoredWeights[string]> = {};
  const add = (name: string, shape: number[]): void => {
    const count = shape.reduce((a, b) => a * b);
    const amplitude = Math.sqrt(3 / (count / shape[0]!));
    const scaled = (value: number): number => {
      if (name.endsWith('running_var')) return 1 + 0.5 * value;
      return shape.length > 1 ? value * amplitude : value * 0.2 + (name.endsWith('weight') ? 1 : 0);
    };
    weights[name] = { dtype: 'F32', shape, data: Float32Array.from(hashed(name, count), scaled) };
  };
  const normalised = (convolution: string, norm: string, shape: [number, number, number, number]): void => {
    add(`${convolution}.weight`, shape);
    for (const part of ['weight', 'bias', 'running_mean', 'running_var']) add(`${norm}.${part}`, [shape[0]]);
  };
  normalised('conv1', 'bn1', [64, 3, 7, 7]);
  [64, 128, 256, 512].forEach((width, stage) => {
    for (const index of [0, 1]) {
      const block = `layer${stage + 1}.${index}`;
      const narrows = stage > 0 && index === 0;
      const input = narrows ? width / 2 : width;
      normalised(`${block}.conv1`, `${block}.bn1`, [width, input, 3, 3]);
      normalised(`${block}.conv2`, `${block}.bn2`, [width, width, 3, 3]);
      if (narrows) normalised(`${block}.downsample.0`, `${block}.downsample.1`, [width, input, 1, 1]);
    }
  });
  add('fc.weight', [1000, 512]);
  add('fc.bias', [1000]);
  return weights;
}

test("logits and input gradient of ResNet18 are PyTorch's", async () => {
  const { tensors } = await readSafetensors(fixturePath('resnet18.safetensors'));
  /** How far the network with these weights is from PyTorch's: its logits, and the gradient of one of them. */
  const errors = (weights: StoredWeights): [logits: number, gradient: number] =>
    tf.tidy(() => {
      const pixels = Float32Array.from(hashed('image', size * size * 3), (value) => value / 2 + 0.5);
      const image = tf.tensor4d(pixels, [1, size, size, 3]);
      const logits = tf.tensor2d(tensors.logits!.data as Float32Array, [1, 1000]);
      const gradient = tf.tensor4d(tensors.gradient!.data as Float32Array, [1, size, size, 3]);
      const classifier = resNet18(weights, size);
      return [
        relativeError(classifier.logits(image), logits),
        relativeError(inputGradient(classifier, image, (tensors.target!.data as Int32Array)[0]!), gradient),
      ];
    });
  await assertKeeps(0, () => {
    const weights = hashedWeights();
    const [logits, gradient] = errors(weights);
    assert.ok(logits < 1e-5 && gradient < 1e-4, `${logits} ${gradient}`);
    // one channel of one batch norm, in the middle of the network
    const norm = weights['layer2.1.bn1.weight']!;
    const data = Float32Array.from(norm.data as Float32Array, (value, channel) =>
      channel === 8 ? 1.1 * value : value,
    );
    const wrong = errors({ ...weights, 'layer2.1.bn1.weight': { ...norm, data } });
    assert.ok(wrong[0] > 1e-5 && wrong[1] > 1e-4, `a wrong weight would be noticed: ${wrong.join(' ')}`);
  });
});

test('random weights depend on the seed alone and keep the logits finite', async () => {
  await assertKeeps(0, () => {
    const networks = [1, 1, 2].map((seed) => randomResNet18(seed, size));
    tf.tidy(() => {
      const image = tf.ones<tf.Rank.R4>([1, size, size, 3]);
      const [first, second, other] = networks.map((network) => network.logits(image));
      assert.ok(first!.isFinite().all().dataSync()[0]);
      assert.equal(relativeError(first!, second!), 0);
      assert.ok(relativeError(first!, other!) > 0.1);
    });
    for (const network of networks) network.dispose();
  });
});
