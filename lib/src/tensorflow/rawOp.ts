import * as tf from './tf';

/** An attribute of a TensorFlow operation: its kind, as the operation's definition names it, and its value. */
export type Attribute =
  | { readonly int: number | readonly number[] }
  | { readonly float: number }
  | { readonly bool: boolean }
  | { readonly string: string }
  | { readonly type: tf.DataType };

interface NodeBackend {
  binding: Record<`TF_ATTR_${string}`, number>;
  getDTypeInteger(dtype: tf.DataType): number;
  executeSingleOutput(name: string, attributes: unknown[], inputs: readonly tf.Tensor[]): tf.Tensor;
}

/**
 * Runs any TensorFlow operation by name, for the ones that tfjs does not offer. No gradient is recorded: wrap it in
 * `tf.customGrad`.
 *
 * @param attributes every attribute that the operation's definition requires
 * @throws what TensorFlow says where the operation, an attribute or an input does not fit
 * @example
 * rawOp('ReluGrad', [tf.tensor([1, 2]), tf.tensor([0, 3])], { T: { type: 'float32' } }) // => [0, 2]
 */
export function rawOp(
  name: string,
  inputs: readonly tf.Tensor[],
  attributes: Readonly<Record<string, Attribute>> = {},
): tf.Tensor {
  const backend = tf.backend() as unknown as NodeBackend;
  const list = Object.entries(attributes).map(([attribute, valued]) => {
    const [kind, value] = Object.entries(valued)[0] as [string, unknown];
    return {
      name: attribute,
      type: backend.binding[`TF_ATTR_${kind.toUpperCase()}`],
      value: kind === 'type' ? backend.getDTypeInteger(value as tf.DataType) : value,
    };
  });
  return backend.executeSingleOutput(name, list, inputs);
}
