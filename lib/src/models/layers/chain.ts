import { rawOp } from '../../tensorflow/rawOp';
import type * as tf from '../../tensorflow/tf';
import type { FrozenLayer } from './FrozenLayer';

/** The layers one after another, as one layer. */
export function chain(layers: readonly FrozenLayer[]): FrozenLayer {
  return {
    forward: (x, stack) => passOn(x, layers, (value, layer) => layer.forward(value, stack)),
    backward: (dy, stack) => passOn(dy, [...layers].reverse(), (gradient, layer) => layer.backward(gradient, stack)),
    dispose: () => {
      for (const layer of layers) layer.dispose();
    },
  };
}

/** From layer to layer; what lies between two of them is freed. */
function passOn(
  first: tf.Tensor4D,
  layers: readonly FrozenLayer[],
  step: (tensor: tf.Tensor4D, layer: FrozenLayer) => tf.Tensor4D,
): tf.Tensor4D {
  return layers.reduce((tensor, layer) => {
    const next = step(tensor, layer);
    if (tensor !== first) tensor.dispose();
    return next;
  }, first);
}

/** shortcut(x) + body(x); without a shortcut x + body(x). */
export function residual(body: FrozenLayer, shortcut?: FrozenLayer): FrozenLayer {
  return {
    forward: (x, stack) => sum(shortcut?.forward(x, stack) ?? x.clone(), body.forward(x, stack)),
    backward: (dy, stack) => {
      const throughBody = body.backward(dy, stack);
      return sum(shortcut?.backward(dy, stack) ?? dy.clone(), throughBody);
    },
    dispose: () => {
      body.dispose();
      shortcut?.dispose();
    },
  };
}

/** a + b; disposes both. */
function sum(a: tf.Tensor4D, b: tf.Tensor4D): tf.Tensor4D {
  const y = rawOp('AddV2', [a, b], { T: { type: 'float32' } }) as tf.Tensor4D;
  a.dispose();
  b.dispose();
  return y;
}
