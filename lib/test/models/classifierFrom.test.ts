import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classifierFrom, type ClassifierFromOptions } from '../../src/models/classifierFrom';
import { inputGradient } from '../../src/attributions/inputGradient';
import * as tf from '../../src/tensorflow/tf';
import { assertKeeps, randomTensor, relativeError } from '../support/tensors';
import { toyImage } from '../support/toyClassifier';
import { graphModel } from './graphModel';

const size = 16;
const images = tf.tidy(() => tf.stack([1, 2].map((seed) => toyImage(size, seed))) as tf.Tensor4D);

/** A small smooth layers model of 4 classes, the same every time. */
function layersModel(activation: 'linear' | 'softmax' = 'linear', inputShape: (number | null)[] = [size, size, 3]) {
  const kernelInitializer = (seed: number) => tf.initializers.heNormal({ seed });
  return tf.sequential({
    layers: [
      tf.layers.conv2d({
        inputShape,
        filters: 6,
        kernelSize: 3,
        strides: 2,
        activation: 'tanh',
        kernelInitializer: kernelInitializer(1),
      }),
      tf.layers.batchNormalization({}),
      tf.layers.dropout({ rate: 0.5 }),
      tf.layers.globalAveragePooling2d({}),
      tf.layers.dense({ units: 4, activation, kernelInitializer: kernelInitializer(2) }),
    ],
  });
}

const make = (options: Partial<ClassifierFromOptions> = {}, model: tf.LayersModel | tf.GraphModel = layersModel()) =>
  classifierFrom(model, { name: 'mine', ...options });

/** The median relative error of central differences of one logit in 10 random directions. */
function differenceError(classifier: ReturnType<typeof classifierFrom>, target: number): number {
  const [image, step] = [images.slice([0], [1]), 1e-2];
  const logit = (x: tf.Tensor): number => classifier.logits(x as tf.Tensor4D).dataSync()[target]!;
  const errors = Array.from({ length: 10 }, (_, seed) =>
    tf.tidy(() => {
      const direction = randomTensor(image.shape, 50 + seed);
      const difference = (logit(image.add(direction.mul(step))) - logit(image.sub(direction.mul(step)))) / (2 * step);
      return Math.abs(difference / inputGradient(classifier, image, target).mul(direction).sum().dataSync()[0]! - 1);
    }),
  ).sort((a, b) => a - b);
  image.dispose();
  return errors[5]!;
}

test("logits are the model's own, of the preprocessed images, and their gradient is that of central differences", () => {
  const model = layersModel();
  const classifier = make({ preprocess: (x) => x.mul(2).sub(1), labels: ['a', 'b', 'c', 'd'] }, model);
  tf.tidy(() => {
    const expected = model.predict(images.mul(2).sub(1)) as tf.Tensor;
    assert.deepEqual(classifier.logits(images).dataSync(), expected.dataSync());
  });
  assert.deepEqual(classifier.inputShape, [size, size, 3]);
  assert.deepEqual(classifier.labels, ['a', 'b', 'c', 'd']);
  const error = differenceError(classifier, 2);
  assert.ok(error > 0 && error < 1e-2, `relative error ${error}`);
});

test('the log of probabilities stands for the logits: its softmax is the probabilities, also where one is 0', () => {
  const model = layersModel('softmax');
  const classifier = make({ output: 'probabilities' }, model);
  tf.tidy(() =>
    assert.ok(relativeError(classifier.logits(images).softmax(), model.predict(images) as tf.Tensor) < 1e-6),
  );
  const error = differenceError(classifier, 1);
  assert.ok(error > 0 && error < 1e-2, `relative error ${error}`);

  const predict = (x: tf.Tensor): tf.Tensor => x.mean([1, 2]).mul(1000).softmax();
  const saturated = make({ output: 'probabilities' }, Object.assign(layersModel(), { predict }));
  tf.tidy(() => {
    const red = tf.tensor([1, 0, 0]).mul<tf.Tensor4D>(tf.ones([1, size, size, 1]));
    assert.deepEqual([...saturated.logits(red).softmax().dataSync()], [1, 0, 0]);
    assert.ok(inputGradient(saturated, red, 1).dataSync().every(Number.isFinite));
  });
});

test('a graph model gives the logits of the same operations, and their gradient', async () => {
  const kernel = randomTensor<tf.Tensor4D>([3, 3, 3, 6], 1);
  const dense = randomTensor<tf.Tensor2D>([6, 4], 2);
  const classifier = make({}, await graphModel({ kernel, dense }, size));
  const same = (x: tf.Tensor4D): tf.Tensor2D =>
    tf.matMul(tf.conv2d(x, kernel, 2, 'same').relu().mean<tf.Tensor2D>([1, 2]), dense);
  tf.tidy(() => {
    assert.ok(relativeError(classifier.logits(images), same(images)) < 1e-6);
    const gradient = inputGradient({ ...classifier, logits: same }, images, 3);
    assert.ok(relativeError(inputGradient(classifier, images, 3), gradient) < 1e-6);
  });
  assert.deepEqual(classifier.inputShape, [size, size, 3]);
  assert.deepEqual(classifier.labels, ['class 0', 'class 1', 'class 2', 'class 3']);
});

test('a model, its preprocessing and its labels are enough: the name is its own where it has one', async () => {
  const preprocess = (x: tf.Tensor4D): tf.Tensor => x.mul(2).sub(1);
  const labels = ['a', 'b', 'c', 'd'];
  const kernel = randomTensor<tf.Tensor4D>([3, 3, 3, 6], 1);
  const dense = randomTensor<tf.Tensor2D>([6, 4], 2);
  const layers = layersModel();
  layers.name = 'my-network';
  for (const [model, name] of [
    [layers, 'my-network'],
    [await graphModel({ kernel, dense }, size), 'model'],
  ] as const) {
    const classifier = classifierFrom(model, { preprocess, labels });
    assert.deepEqual([classifier.name, classifier.labels], [name, labels]);
    tf.tidy(() => {
      const expected = model.predict(preprocess(images)) as tf.Tensor;
      assert.deepEqual(classifier.logits(images).dataSync(), expected.dataSync());
    });
  }
  assert.equal(classifierFrom(layers).name, 'my-network');
});

test('an operation that TensorFlow.js cannot run or differentiate is named at once', async () => {
  const weights = { kernel: randomTensor<tf.Tensor4D>([3, 3, 3, 8], 1), dense: randomTensor<tf.Tensor2D>([2, 4], 2) };
  const attr = { block_size: { i: '2' }, data_format: { s: Buffer.from('NHWC').toString('base64') } };
  const depthToSpace = await graphModel(weights, size, { op: 'DepthToSpace', attr });
  assert.throws(() => make({}, depthToSpace), {
    message: 'mine has no gradient: Cannot compute gradient: gradient function not found for DepthToSpace.',
  });
  const rint = await graphModel(weights, size, { op: 'Rint' });
  assert.throws(() => make({}, rint), /mine does not run on images of the shape \[1, 16, 16, 3\]: Unknown op 'Rint'/);
  const constant = (x: tf.Tensor4D): tf.Tensor => tf.tensor(x.dataSync(), x.shape);
  assert.throws(() => make({ preprocess: constant }), /mine has no gradient: Cannot compute gradient of y=f\(x\)/);
});

test('weights stay as they are', () => {
  const model = layersModel();
  const weights = (): Uint8Array[] =>
    model.getWeights().map((weight) => new Uint8Array(weight.dataSync().buffer).slice());
  const before = weights();
  tf.tidy(() => inputGradient(make({}, model), images, 0));
  assert.deepEqual(weights(), before);
});

test('nothing but the result stays, and dispose frees the model', async () => {
  const weights = { kernel: randomTensor<tf.Tensor4D>([3, 3, 3, 6], 1), dense: randomTensor<tf.Tensor2D>([6, 4], 2) };
  for (const load of [() => layersModel(), () => graphModel(weights, size)])
    await assertKeeps(0, async () => {
      const model = await load();
      const classifier = await assertKeeps(0, () => make({}, model));
      (await assertKeeps(1, () => classifier.logits(images))).dispose();
      (await assertKeeps(1, () => inputGradient(classifier, images, 1))).dispose();
      await assertKeeps(0, () => assert.throws(() => make({ labels: ['one'] }, model)));
      classifier.dispose();
    });
});

test('the size of the images is asked for where the model leaves it open', () => {
  const open = layersModel('linear', [null, null, 3]);
  assert.deepEqual(make({ inputShape: [size, 20, 3] }, open).inputShape, [size, 20, 3]);
  assert.throws(() => make({}, open), {
    message:
      "inputShape must be [height, width, 3], and must be given where the model's input does not say it: [null,null,null,3]",
  });
});

test('options that do not fit the model are refused', () => {
  const refused = (options: object, message: RegExp, model?: tf.LayersModel): void => {
    assert.throws(() => make(options, model), message);
  };
  refused({ name: '' }, /name must be a text, got ""/);
  refused({ labels: ['a', 'b'] }, /labels must name the 4 classes of mine, got 2/);
  refused({ output: 'softmax' }, /output must be one of logits, probabilities, got "softmax"/);
  refused({ inputShape: [16, 16, 1] }, /inputShape must be \[height, width, 3\], got \[16,16,1\]/);
  refused({ inputShape: [0, 16, 3] }, /inputShape must be \[height, width, 3\], got \[0,16,3\]/);
  refused({ inputShape: [8, 8, 3] }, /mine does not run on images of the shape \[1, 8, 8, 3\]: .*expected.*16/s);
  refused(
    { output: 'probabilities' },
    /output must be 'logits' for mine, whose values lie in \[-.*\], got 'probabilities'/,
  );
  refused({ labels: 'abcd' }, /labels must be a list of texts, got "abcd"/);
  refused({ labels: ['a', 'b', 'c', 4] }, /labels must be a list of texts, got \["a","b","c",4\]/);
  refused({ preprocess: 'none' }, /preprocess must be a function, got string/);
  refused({ label: ['a'] }, /options must have no keys but name, .*, got label: is labels meant\?/);
  refused({ preProcess: (x: tf.Tensor) => x }, /got preProcess: is preprocess meant\?/);
});

/** The warnings of the process until the next turn of its event loop. */
async function warningsOf(action: () => void): Promise<string[]> {
  const heard: string[] = [];
  const listen = ({ message }: Error): void => void heard.push(message);
  process.on('warning', listen);
  action();
  await new Promise(setImmediate);
  process.off('warning', listen);
  return heard;
}

/** A model whose output is a function of the mean colours. */
const colours = (output: (means: tf.Tensor) => tf.Tensor): tf.LayersModel =>
  Object.assign(layersModel(), { predict: (x: tf.Tensor) => output(x.mean([1, 2])) });

test('what an output is said to be wins with a warning; where nothing is said a softmax is refused', async () => {
  const softmax = (): tf.LayersModel => colours((means) => means.mul(3).softmax());
  const quantised = (): tf.LayersModel => colours((means) => means.mul(3).softmax().mul(1.004));
  const sigmoids = (): tf.LayersModel => colours((means) => means.mul(3).sigmoid());
  for (const model of [softmax(), quantised()])
    assert.throws(() => make({}, model), {
      name: 'RangeError',
      message:
        /^output must be given for mine, whose values are not negative and sum to 1\.00., .*: 'probabilities' for a softmax, 'logits' where that is chance$/,
    });
  const heard = (model: tf.LayersModel, output?: 'logits' | 'probabilities'): Promise<string[]> =>
    warningsOf(() => void make(output && { output }, model));
  assert.deepEqual(await heard(softmax(), 'probabilities'), []);
  assert.deepEqual(await heard(quantised(), 'probabilities'), []);
  assert.deepEqual(await heard(sigmoids(), 'logits'), []);
  assert.match((await heard(softmax(), 'logits')).join(), /output of mine is 'logits', .* as those of a softmax/);
  assert.match((await heard(sigmoids(), 'probabilities')).join(), /'probabilities', but its values sum to 2\.\d+/);
  assert.match(
    (await heard(sigmoids())).join(),
    /was not given, .* lie in \[0\..*, in which classes compete: .* a sigmoid/,
  );
  assert.deepEqual(await heard(layersModel()), []);
});

test('preprocessing may fail on a constant image, but not on a picture: forward, backward, or without any gradient', () => {
  const standardise = (x: tf.Tensor4D): tf.Tensor => {
    const { mean, variance } = tf.moments(x, [1, 2, 3], true);
    return x.sub(mean).div(variance.sqrt());
  };
  assert.ok(
    tf.tidy(() =>
      standardise(tf.zeros([1, size, size, 3]))
        .dataSync()
        .every(Number.isNaN),
    ),
  );
  assert.ok(tf.tidy(() => make({ preprocess: standardise }).logits(images).dataSync().every(Number.isFinite)));
  assert.throws(() => make({ preprocess: (x) => x.log() }), {
    name: 'RangeError',
    message: 'the output of mine must be finite, got NaN for a picture with pixels from exactly 0 to exactly 1',
  });
  for (const preprocess of [(x: tf.Tensor4D) => x.sqrt(), (x: tf.Tensor4D) => tf.sub(1, x).sqrt()])
    assert.throws(() => make({ preprocess }), {
      name: 'RangeError',
      message: /^the gradient of mine must be finite, got (NaN|-?Infinity) for a picture with pixels from exactly 0/,
    });
  assert.ok(make({ preprocess: (x) => x.maximum(1e-3).sqrt() }));
  assert.throws(() => make({ preprocess: (x) => x.mul(255).round() }), {
    name: 'RangeError',
    message: 'the gradient of mine must not be 0 everywhere, got 0 at all pixels of 3 pictures, as after rounding',
  });
});

test('one picture without a gradient is no reason to refuse: it may be unlucky', () => {
  // saturated by colours, but not by the grey picture
  assert.ok(
    make(
      { output: 'probabilities' },
      colours((means) => means.mul(1e5).softmax()),
    ),
  );
});

test('the output must be one tensor [batch, class]', () => {
  const flat = tf.sequential({
    layers: [tf.layers.conv2d({ inputShape: [size, size, 3], filters: 2, kernelSize: 3 })],
  });
  assert.throws(() => make({}, flat), /the output of mine must be one tensor \[batch, class\], got \[1, 14, 14, 2\]/);
  const binary = tf.sequential({ layers: [tf.layers.flatten({ inputShape: [size, size, 3] }), tf.layers.dense({ units: 1 })] }); // prettier-ignore
  assert.throws(() => make({}, binary), /the output of mine must have at least two classes, .*, got 1/);
  assert.throws(() => make({ preprocess: (x) => x.div(0) }), /the output of mine must be finite, got NaN/);
  const input = tf.input({ shape: [size, size, 3] });
  const pooled = tf.layers.globalAveragePooling2d({}).apply(input) as tf.SymbolicTensor;
  const heads = [1, 2].map((units) => tf.layers.dense({ units }).apply(pooled) as tf.SymbolicTensor);
  assert.throws(() => make({}, tf.model({ inputs: input, outputs: heads })), /must be one tensor .*, got 2 tensors/);
  const second = tf.input({ shape: [size, size, 3] });
  const sum = tf.layers.add().apply([input, second]) as tf.SymbolicTensor;
  assert.throws(
    () => make({}, tf.model({ inputs: [input, second], outputs: sum })),
    /model must have one input, got 2/,
  );
});
