import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ExplainerOptions } from '../../../src/explainers/image/options/ExplainerOptions';
import { ImageExplainer } from '../../../src/explainers/image/ImageExplainer';
import { saliency } from '../../../src/attributions/saliency';
import type { InitializerInput } from '../../../src/initializers/Initializer';
import { startGrad } from '../../../src/initializers/startGrad';
import type { Explanation } from '../../../src/explainers/image/Explanation';
import { defineMethod, type Method } from '../../../src/explainers/image/options/Method';
import { methods } from '../../../src/explainers/image/methods';
import { maskShape } from '../../../src/representations/maskShape';
import { pixels } from '../../../src/representations/pixels';
import { mapValues, max, min, omitBy } from 'lodash';
import * as tf from '../../../src/tensorflow/tf';
import { byName } from '../../../src/validation/byName';
import { assertClose, assertKeeps, randomTensor, relativeError } from '../../support/tensors';
import { toyClassifier, toyImage } from '../../support/toyClassifier';
import { type MethodOptions } from '../../../src/explainers/image/options/MethodOptions';

const size = 64;
const classifier = toyClassifier(size);
const image = toyImage(size);
const named = (name: string): Method => byName('method', methods, name);
const explain = (method: Method, options: ExplainerOptions): Promise<Explanation> =>
  new ImageExplainer(classifier, method, { iterations: 2, samples: 3, ...options }).explain(image, { seed: 1 });

/** The median relative error of ten directional derivatives of the loss against central differences. */
function gradientError(method: Method, options: MethodOptions): number {
  const explainer = new ImageExplainer(classifier, method, { ...options, init: 'all-ones', samples: 3 });
  const problem = explainer.prepare(image, { target: 3 });
  const { representation, coefficients } = problem.scene;
  const masks = coefficients.map((y, i) => randomTensor(maskShape(representation, y), i).sigmoid());
  const { gradients } = problem.evaluate(masks, 0);
  const errors = Array.from({ length: 10 }, (_, seed) => {
    const direction = masks.map((m, i) => randomTensor(m.shape, 100 * seed + i).mul(3e-3));
    const loss = (sign: number): number =>
      problem.evaluate(
        masks.map((m, i) => m.add(direction[i]!.mul(sign))),
        0,
      ).row.loss;
    const exact = gradients.reduce((sum, g, i) => sum + g.mul(direction[i]!).sum().dataSync()[0]!, 0);
    return Math.abs((loss(1) - loss(-1)) / 2 - exact) / Math.abs(exact);
  });
  return errors.sort((a, b) => a - b)[5]!;
}

for (const method of methods)
  describe(method.name, () => {
    test('all-ones starts at CP 1.000 in variant paper', async () => {
      const { history } = await explain(method, { init: 'all-ones' });
      assert.equal(history[0]!.cpPixel!.toFixed(3), '1.000');
      assert.equal(history[0]!.cpL1!.toFixed(3), '1.000');
      assert.ok(history[0]!.distortion < 1e-10, `distortion ${history[0]!.distortion}`);
    });

    test('StartGrad and uniform start with mean 0.5', async () => {
      for (const [init, tolerance] of [
        ['startgrad', 1e-3],
        ['uniform', 0.02],
      ] as const)
        assertClose([(await explain(method, { init })).history[0]!.sparsity], [0.5], tolerance);
    });

    test('a run leaves its explanation and nothing else', async () => {
      const explanation = await explain(method, { init: 'uniform' });
      await assertKeeps(explanation.mask.length + 2, () => explain(method, { init: 'startgrad' }));
    });

    test('StartGrad ranks every group of coefficients by itself', () => {
      const representation = method.representation([size, size]);
      const image4 = image.expandDims<tf.Tensor4D>(0);
      const options = { bins: 'all', quantileSample: 'all' } as const;
      const input = { classifier, representation, image: image4, shapes: [], target: 3, key: [1, 2] as const, options };
      startGrad.initialise(input).forEach((scale, i) => {
        const means = scale.reshape([representation.groups[i]!, -1]).mean(1).dataSync();
        assertClose(means, new Float32Array(means.length).fill(0.5), 2e-3);
      });
    });

    test('the saliency is the gradient of the logit through the synthesis', () => {
      const representation = method.representation([size, size]);
      const image4 = image.expandDims<tf.Tensor4D>(0);
      const expected = tf.grads((...y) => classifier.logits(representation.synthesise(y)).slice([0, 3], [-1, 1]))(
        representation.analyse(image4) as tf.Tensor[],
      );
      saliency(classifier, representation, image4, 3).forEach((scale, i) => {
        assert.ok(relativeError(scale, expected[i]!.abs().max(representation.colourAxis, true)) < 1e-3, `scale ${i}`);
      });
    });

    for (const variant of ['paper', 'released'] as const)
      test(`as many tensors at iteration 6 as at iteration 2 in variant ${variant}`, async () => {
        const counts: number[] = [];
        const onIteration = (): void => void counts.push(tf.memory().numTensors);
        const explainer = new ImageExplainer(classifier, method, { iterations: 7, samples: 2, variant });
        (await explainer.explain(image, { onIteration })).dispose();
        assert.equal(counts[6], counts[2]);
      });

    for (const variant of ['paper', 'released'] as const)
      test(`the gradient of the loss agrees with central differences in variant ${variant}`, () => {
        const error = gradientError(method, method.variants[variant]);
        assert.ok(error < 1e-2 && error > 0, `median relative error ${error}`);
      });
  });

/** Constants of method.md 1.2 to 1.8, as docs/variants.md tells them: only what differs from the defaults. */
const presets = {
  pixelmask: { paper: { clampImage: false }, released: { clampImage: false } },
  waveletx: { paper: { spatialWeight: 10 }, released: { spatialWeight: 10, bins: 10_000, quantileSample: 10_000 } },
  shearletx: {
    paper: { spatialWeight: 2, spatialColours: 'grey' },
    released: {
      spatialWeight: 2,
      spatialColours: 'grey',
      clampImage: false,
      clampCoefficients: true,
      sharedMask: true,
      bins: 10_000,
    },
  },
  cosinemask: { paper: { spatialWeight: 10 }, released: { spatialWeight: 10 } },
};

test('the presets are those of the paper and of the released code', () => {
  const { paper: defaults } = defineMethod('defaults', () => pixels).variants;
  assert.deepEqual(
    Object.fromEntries(
      methods.map(({ name, variants }) => [
        name,
        mapValues(variants, (v) => omitBy(v, (value, key) => value === defaults[key as keyof MethodOptions])),
      ]),
    ),
    presets,
  );
});

describe('options, one difference at a time', () => {
  test('the loss is D + λ₁ S + λ₂ E', async () => {
    const { history } = await explain(named('waveletx'), { sparsityWeight: 3, spatialWeight: 7 });
    for (const { loss, distortion, sparsity, spatial } of history)
      assertClose([loss], [distortion + 3 * sparsity + 7 * spatial!], 1e-5);
  });

  test('the retained information in pixels is that of the clamped picture', async () => {
    const init = {
      name: 'half',
      initialise: ({ shapes }: InitializerInput) => shapes.map((shape, i) => tf.fill([...shape], i % 2)),
    };
    const representation = named('waveletx').representation([size, size]);
    const expected = tf.tidy(() => {
      const kept = representation.synthesise(representation.analyse(image.expandDims(0)).map((y, i) => y.mul(i % 2)));
      return kept.clipByValue(0, 1).sum().div(image.sum()).dataSync()[0]!;
    });
    assertClose([(await explain(named('waveletx'), { init })).history[0]!.retainedPixel!], [expected], 1e-5);
  });

  test('clampCoefficients deletes the negative ones, so that all-ones is no longer the image', async () => {
    const { history } = await explain(named('shearletx'), { init: 'all-ones', clampCoefficients: true });
    assert.ok(history[0]!.distortion > 1e-9, `distortion ${history[0]!.distortion}`);
    assert.ok(history[0]!.retainedL1 === 1, 'the retained information is measured without noise and clamp');
  });

  test('sharedMask gives the baselines one entry a place, and StartGrad one a coefficient', async () => {
    const shapes = async (init: string): Promise<number[]> =>
      (await explain(named('shearletx'), { init, sharedMask: true })).mask[0]!.shape;
    assert.deepEqual(await shapes('all-ones'), [1, 1, 1, size, size]);
    assert.deepEqual(await shapes('uniform'), [1, 1, 1, size, size]);
    assert.deepEqual(await shapes('startgrad'), [1, 1, 33, size, size]);
  });

  test('clampImage keeps the classifier from seeing values outside [0, 1]', async () => {
    const seen: number[] = [];
    const spy = {
      ...classifier,
      logits: (images: tf.Tensor4D) => {
        const values = images.dataSync();
        seen.push(min(values)!, max(values)!);
        return classifier.logits(images);
      },
    };
    const run = async (clampImage: boolean): Promise<[number, number]> => {
      seen.length = 0;
      await new ImageExplainer(spy, named('waveletx'), { iterations: 2, clampImage, init: 'uniform' }).explain(image);
      return [Math.min(...seen), Math.max(...seen)];
    };
    assert.deepEqual(
      (await run(true)).map((value) => value >= 0 && value <= 1),
      [true, true],
    );
    const [lowest, highest] = await run(false);
    assert.ok(lowest < 0 || highest > 1, `${lowest} to ${highest}`);
  });

  test('bins and quantileSample change the mask of StartGrad a little, reproducibly', async () => {
    const mask = async (options: Partial<MethodOptions>): Promise<Float32Array> => {
      let first!: Float32Array;
      const explainer = new ImageExplainer(classifier, named('pixelmask'), { iterations: 1, samples: 1, ...options });
      await explainer.explain(image, {
        onIteration: (_, [m]) => {
          first = m!.dataSync() as Float32Array;
        },
      });
      return first;
    };
    const [exact, few] = [await mask({}), await mask({ bins: 50, quantileSample: 500 })];
    assert.notDeepEqual(few, exact);
    assert.deepEqual(await mask({ bins: 50, quantileSample: 500 }), few);
    assert.ok(few.every((u, i) => Math.abs(u - exact[i]!) < 0.1));
  });

  test('normaliseGradient divides by the norm of all scales together', async () => {
    const method = defineMethod('mine', () => pixels, { clampImage: false });
    const first = async (normaliseGradient: boolean): Promise<number> =>
      (await explain(method, { init: 'all-ones', normaliseGradient })).history[1]!.sparsity;
    // D = 0 at all-ones, so that the gradient is 1/d everywhere and its norm 1/√d: ε matters less by √d
    const d = size * size;
    assertClose([await first(false)], [1 - 0.1 / (1 + 1e-8 * d)], 2e-6);
    assertClose([await first(true)], [1 - 0.1 / (1 + 1e-8 * Math.sqrt(d))], 2e-6);
  });

  test('spatialColours decides what the spatial energy averages', async () => {
    const energy = async (spatialColours: 'rgb' | 'grey'): Promise<number> =>
      (await explain(named('waveletx'), { init: 'all-ones', spatialColours })).history[0]!.spatial!;
    const [red, green, blue] = tf.unstack(image, 2).map((colour) => colour.mean().dataSync()[0]!);
    assertClose([await energy('rgb')], [(red! + green! + blue!) / 3], 1e-5);
    assertClose([await energy('grey')], [0.299 * red! + 0.587 * green! + 0.114 * blue!], 1e-5);
  });
});
