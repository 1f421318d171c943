import * as tf from '../lib/src/tensorflow/tf';
import type { Cost } from './Benchmark';

/** The seconds that some work takes, with every tensor it makes computed and then freed. */
export function seconds(work: () => unknown): Promise<Cost> {
  const begin = performance.now();
  tf.tidy(() => {
    work();
  });
  return Promise.resolve({ seconds: (performance.now() - begin) / 1000 });
}
