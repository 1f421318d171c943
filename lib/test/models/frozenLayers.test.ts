import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { range } from 'lodash';
import type { Activation } from '../../src/models/layers/activation';
import { chain, residual } from '../../src/models/layers/chain';
import { convolution, depthwiseConvolution } from '../../src/models/layers/convolution';
import { foldBatchNorm, weight } from '../../src/models/layers/foldBatchNorm';
import { differentiable, type FrozenLayer } from '../../src/models/layers/FrozenLayer';
import { maxPool } from '../../src/models/layers/maxPool';
import { foldScale } from '../../src/models/layers/normalisation';
import type { Padding } from '../../src/models/layers/padding';
import { rectifier } from '../../src/models/layers/rectifier';
import { readSafetensors } from '../../src/files/tensors/safetensors';
import * as tf from '../../src/tensorflow/tf';
import { assertKeeps, randomTensor, relativeError } from '../support/tensors';
import { fixturePath } from '../support/fixturePath';

const tolerance = 1e-5;

const layer = fc.record({
  height: fc.integer({ min: 4, max: 13 }),
  width: fc.integer({ min: 4, max: 13 }),
  channels: fc.integer({ min: 1, max: 5 }),
  out: fc.integer({ min: 1, max: 5 }),
  size: fc.constantFrom(1, 3, 5),
  stride: fc.constantFrom(1, 2),
  activation: fc.constantFrom<Activation[]>('linear', 'relu', 'relu6'),
  padding: fc.constantFrom<Padding[]>('same', 'symmetric'),
  depthwise: fc.boolean(),
  seed: fc.integer({ min: 1, max: 1e6 }),
});

type PlainConvolution = (x: tf.Tensor4D, kernel: tf.Tensor4D, stride: number, padding: 'same' | 'valid') => tf.Tensor4D;

const plainActivation = { linear: (x: tf.Tensor) => x, relu: tf.relu, relu6: tf.relu6 } as const;

/** The value of f and its gradient along `direction`: two ways to compute them are the same function if both agree. */
function valueAndGradient(f: (x: tf.Tensor4D) => tf.Tensor, x: tf.Tensor4D): [tf.Tensor, tf.Tensor] {
  const value = f(x);
  return [value, tf.grad((input: tf.Tensor) => f(input as tf.Tensor4D))(x, randomTensor(value.shape, 9))];
}

test('a frozen convolution and its gradient are those of plain TensorFlow operations, and nothing leaks', async () => {
  await fc.assert(
    fc.asyncProperty(layer, ({ height, width, channels, out, size, stride, padding, activation, depthwise, seed }) =>
      assertKeeps(0, () => {
        const x = randomTensor<tf.Tensor4D>([2, height, width, channels], seed);
        const kernel = randomTensor<tf.Tensor4D>([size, size, channels, depthwise ? 1 : out], seed + 1);
        const bias = randomTensor<tf.Tensor1D>([depthwise ? channels : out], seed + 2);
        const plainConvolution: PlainConvolution = depthwise ? tf.depthwiseConv2d : tf.conv2d;
        const border: [number, number] = [(size - 1) / 2, (size - 1) / 2];
        const plainPadded = (input: tf.Tensor4D): tf.Tensor4D =>
          padding === 'same'
            ? plainConvolution(input, kernel, stride, 'same')
            : plainConvolution(tf.pad(input, [[0, 0], border, border, [0, 0]]), kernel, stride, 'valid');
        const plain = (input: tf.Tensor4D): tf.Tensor => plainActivation[activation](plainPadded(input).add(bias));
        const frozen = (depthwise ? depthwiseConvolution : convolution)(
          { kernel, bias },
          { stride, padding, activation },
        );

        tf.tidy(() => {
          const expected = valueAndGradient(plain, x);
          const actual = valueAndGradient(differentiable(frozen), x);
          actual.forEach((tensor, i) => {
            assert.deepEqual(tensor.shape, expected[i]!.shape);
            const scale = expected[i]!.norm().add(1e-6);
            const error = tensor.sub(expected[i]!).norm().div(scale).dataSync()[0]!;
            assert.ok(error <= tolerance, `relative error ${error}`);
          });
        });
        x.dispose();
        frozen.dispose();
      }),
    ),
    { numRuns: 60, seed: 1 },
  );
});

test('one coefficient of the kernel off by a hundredth, or a kernel upside down, would be noticed in value and gradient', async () => {
  await assertKeeps(0, () => {
    tf.tidy(() => {
      const x = randomTensor<tf.Tensor4D>([2, 9, 8, 4], 1);
      const kernel = randomTensor<tf.Tensor4D>([3, 3, 4, 5], 2);
      const bias = randomTensor<tf.Tensor1D>([5], 3);
      const factors = tf.tensor4d(Array.from({ length: 180 }, (_, i) => (i === 100 ? 1.01 : 1)), [3, 3, 4, 5]); // prettier-ignore
      const expected = valueAndGradient((input) => tf.conv2d(input, kernel, 1, 'same').add(bias), x);
      for (const wrong of [kernel.mul<tf.Tensor4D>(factors), kernel.reverse<tf.Tensor4D>([0])]) {
        const frozen = convolution({ kernel: wrong, bias: bias.clone() });
        valueAndGradient(differentiable(frozen), x).forEach((tensor, i) => {
          assert.ok(relativeError(tensor, expected[i]!) > tolerance);
        });
        frozen.dispose();
      }
    });
  });
});

test('a kernel of even size is refused, since its flipped form would be padded on the wrong side', () => {
  tf.tidy(() => {
    const weights = { kernel: tf.ones<tf.Rank.R4>([2, 3, 1, 1]), bias: tf.zeros<tf.Rank.R1>([1]) };
    assert.throws(() => convolution(weights), /kernel must have odd height and width, got 2 x 3/);
  });
});

test('a chain applies its layers in order, a residual adds its input, and both free the weights', async () => {
  await assertKeeps(0, () => {
    const times = (factor: number) =>
      convolution({ kernel: tf.fill<tf.Rank.R4>([1, 1, 1, 1], factor), bias: tf.ones<tf.Rank.R1>([1]) });
    const network = chain([times(2), residual(times(10))]);
    const x = tf.fill<tf.Rank.R4>([1, 1, 1, 1], 3);
    const [y, dy] = tf.tidy(() => valueAndGradient(differentiable(network), x).map((t) => t.dataSync()[0]!));
    // 2 * 3 + 1 = 7; 7 + (10 * 7 + 1) = 78
    assert.equal(y, 78);
    const [direction] = tf.tidy(() => randomTensor([1, 1, 1, 1], 9).dataSync());
    assert.ok(Math.abs(dy! / direction! - 22) < 1e-4, 'gradient 2 * (1 + 10)');
    x.dispose();
    network.dispose();
  });
});

test('the backward pass frees what it has used: at the first layer, ten layers hold as much as two', () => {
  const heldAtFirstLayer = (layers: number): number => {
    const weights = () => ({ kernel: tf.ones<tf.Rank.R4>([1, 1, 1, 1]), bias: tf.zeros<tf.Rank.R1>([1]) });
    const rest = range(layers).map(() => residual(convolution(weights(), { activation: 'relu' })));
    const before = tf.memory().numTensors;
    let held = NaN;
    const first: FrozenLayer = {
      forward: (x) => x.clone(),
      backward: (dy) => {
        held = tf.memory().numTensors - before;
        return dy.clone();
      },
      dispose: () => undefined,
    };
    const network = chain([first, ...rest]);
    tf.tidy(() => tf.grad((x: tf.Tensor) => differentiable(network)(x as tf.Tensor4D))(tf.ones([1, 2, 2, 1])));
    network.dispose();
    return held;
  };
  assert.equal(heldAtFirstLayer(10), heldAtFirstLayer(2));
});

test('batch norm folded into a convolution does what both do one after the other', async () => {
  const { tensors } = await readSafetensors(fixturePath('torch_legacy.safetensors'));
  await assertKeeps(0, () => {
    tf.tidy(() => {
      const spread = {
        ...tensors,
        '1.running_var': { dtype: 'F32', shape: [3], data: Float32Array.of(0.5, 2, 4) },
      } as const;
      const mean = { dtype: 'F32', shape: [3], data: Float32Array.of(-1, 0.5, 3) } as const;
      const weights = { ...spread, '1.running_mean': mean, '1.bias': { ...mean, data: Float32Array.of(1, 2, 3) } };
      const get = (name: string) => weight(weights, name);
      const x = randomTensor<tf.Tensor4D>([2, 6, 7, 2], 4);
      const plain = tf.conv2d(x, get('0.weight').transpose<tf.Tensor4D>([2, 3, 1, 0]), 1, 'same');
      const [m, v, b, g] = ['running_mean', 'running_var', 'bias', 'weight'].map(
        (name) => get(`1.${name}`) as tf.Tensor1D,
      );
      const expected = tf.batchNorm(plain, m!, v!, b, g, 1e-3);
      const error = (epsilon: number): number => {
        const folded = foldBatchNorm(weights, { convolution: '0', norm: '1', epsilon });
        return relativeError(tf.conv2d(x, folded.kernel, 1, 'same').add(folded.bias), expected);
      };
      assert.ok(error(1e-3) < 1e-6);
      assert.ok(error(1.1e-3) > 1e-6, 'another epsilon would be noticed');
    });
  });
});

test('max pooling sends the gradient to the largest value of every window, rectifying stops it at negative ones', async () => {
  await assertKeeps(0, () => {
    tf.tidy(() => {
      const x = randomTensor<tf.Tensor4D>([2, 7, 8, 3], 11);
      const same = (frozen: FrozenLayer, plain: (input: tf.Tensor4D) => tf.Tensor): void => {
        const expected = valueAndGradient(plain, x);
        valueAndGradient(differentiable(frozen), x).forEach((tensor, i) => {
          assert.equal(relativeError(tensor, expected[i]!), 0);
        });
      };
      const border: [number, number] = [1, 1];
      same(maxPool(3, 2), (input) => tf.maxPool(tf.pad(input, [[0, 0], border, border, [0, 0]], -100), 3, 2, 'valid'));
      same(rectifier(), (input) => tf.relu(input));
    });
  });
});

test('a missing weight, or one of another type, is named', () => {
  const data = new Float64Array(1);
  assert.throws(() => weight({}, '_fc.bias'), /weights must hold _fc\.bias as F32, got nothing/);
  assert.throws(() => weight({ a: { dtype: 'F64', shape: [1], data } }, 'a'), /weights must hold a as F32, got F64/);
});

test('the scale of the input is folded into the kernel colour by colour', () => {
  tf.tidy(() => {
    const weights = { kernel: tf.ones<tf.Rank.R4>([1, 1, 3, 1]), bias: tf.tensor1d([5]) };
    const { kernel, bias } = foldScale(weights, { shift: [0, 0, 0], scale: [1, 2, 3] });
    assert.deepEqual([...kernel.dataSync()], [1, 2, 3]);
    assert.deepEqual([...bias.dataSync()], [5]);
    assert.ok(weights.kernel.isDisposed);
  });
});
