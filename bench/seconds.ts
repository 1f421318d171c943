import * as tf from '../lib/src/tensorflow/tf';

/** The seconds that some work takes, with every tensor it makes computed and then freed. */
export function seconds(work: () => unknown): Promise<number> {
  const begin = performance.now();
  tf.tidy(() => {
    work();
  });
  return Promise.resolve((performance.now() - begin) / 1000);
}
