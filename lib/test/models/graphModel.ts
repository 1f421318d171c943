import * as tf from '../../src/tensorflow/tf';

type Attributes = Record<string, object>;

const float = { T: { type: 'DT_FLOAT' } };
const node = (name: string, op: string, input: string[], attr: Attributes = {}): object => ({ name, op, input, attr });
const integers = (...values: number[]): object => ({ list: { i: values.map(String) } });

/** A graph model of TensorFlow's own operations: convolution, ReLU, `last`, the mean over the places, a dense layer. */
export async function graphModel(
  weights: { kernel: tf.Tensor4D; dense: tf.Tensor2D },
  size: number,
  last: { op: string; attr?: Attributes } = { op: 'Identity' },
): Promise<tf.GraphModel> {
  const axes = tf.tensor1d([1, 2], 'int32');
  const { data, specs } = await tf.io.encodeWeights({ ...weights, axes });
  axes.dispose();
  const constant = (name: string, type: string): object => node(name, 'Const', [], { dtype: { type } });
  const shape = { dim: [-1, size, size, 3].map((dimension) => ({ size: String(dimension) })) };
  const modelTopology = {
    node: [
      node('images', 'Placeholder', [], { dtype: { type: 'DT_FLOAT' }, shape: { shape } }),
      constant('kernel', 'DT_FLOAT'),
      constant('dense', 'DT_FLOAT'),
      constant('axes', 'DT_INT32'),
      node('convolved', 'Conv2D', ['images', 'kernel'], {
        ...float,
        strides: integers(1, 2, 2, 1),
        dilations: integers(1, 1, 1, 1),
        padding: { s: Buffer.from('SAME').toString('base64') },
        data_format: { s: Buffer.from('NHWC').toString('base64') },
      }),
      node('positive', 'Relu', ['convolved'], float),
      node('last', last.op, ['positive'], { ...float, ...last.attr }),
      node('pooled', 'Mean', ['last', 'axes'], { ...float, keep_dims: { b: false } }),
      node('logits', 'MatMul', ['pooled', 'dense'], { ...float, transpose_a: { b: false }, transpose_b: { b: false } }),
    ],
    versions: { producer: 1 },
  };
  return tf.loadGraphModel(tf.io.fromMemory({ modelTopology, weightSpecs: specs, weightData: data }));
}
