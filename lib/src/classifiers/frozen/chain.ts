import type * as tf from '../../tensorflow/tf';
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
export function residual(body: FrozenLayer, shortcut: FrozenLayer = chain([])): FrozenLayer {
  return {
    apply: (x) => shortcut.apply(x).add<tf.Tensor4D>(body.apply(x)),
    dispose: () => {
      body.dispose();
      shortcut.dispose();
    },
  };
}
