import { quantileTransform } from '../../lib/src/initializers/quantileTransform';
import { randomKey } from '../../lib/src/random/key';
import { uniform } from '../../lib/src/random/uniform';
import type { Benchmark } from '../Benchmark';
import { seconds } from '../seconds';

const count = 65_536;

/** StartGrad's transform of as many values as a 256 px image has pixels. */
export const quantileTransformation: Benchmark = {
  name: `quantile transform of ${count} values`,
  rounds: 20,
  yardsticks: ['scikit-learn'],
  peer: 'quantile_transform',
  prepare() {
    const random = uniform([count], randomKey('bench', 'quantiles'));
    const values = (random.dataSync() as Float32Array).map((u) => u ** 4);
    random.dispose();
    return Promise.resolve({
      contenders: [{ name: 'startgrad', run: () => seconds(() => quantileTransform(values)) }],
      close: () => undefined,
    });
  },
};
