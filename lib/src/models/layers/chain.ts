import { rawOp } from '../../tensorflow/rawOp';
import * as tf from '../../tensorflow/tf';
import type { FrozenLayer } from './FrozenLayer';

/** The layers one after another, as one layer. */
export function chain(layers: readonly FrozenLayer[]): FrozenLayer {
  return {
    apply: (x) => layers.reduce((value, layer) => layer.apply(value), x),
    dispose: () => {
      for (const layer of layers) layer.dispose();
    },
  };
}

/** shortcut(x) + body(x); without a shortcut x + body(x). */
export function residual(body: FrozenLayer, shortcut?: FrozenLayer): FrozenLayer {
  return {
    apply: (x) => {
      const [a, b] = [shortcut?.apply(x) ?? x, body.apply(x)];
      const y = sum(a, b);
      b.dispose();
      if (shortcut) a.dispose();
      return y;
    },
    dispose: () => {
      body.dispose();
      shortcut?.dispose();
    },
  };
}

/** a + b, whose gradient needs neither: tfjs's own would keep both. */
const sum = tf.customGrad<tf.Tensor4D>((a, b) => ({
  value: rawOp('AddV2', [a as tf.Tensor4D, b as tf.Tensor4D], { T: { type: 'float32' } }) as tf.Tensor4D,
  gradFunc: (dy) => [dy.clone(), dy.clone()],
}));
