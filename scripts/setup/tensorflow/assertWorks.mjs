import { inProject } from '../project.mjs';
import { lastWords, runCommand } from '../runCommand.mjs';

// [1, 2; 3, 4]² = [7, 10; 15, 22]
const program = `
const tf = require('@tensorflow/tfjs-node');
const product = tf.matMul([[1, 2], [3, 4]], [[1, 2], [3, 4]]).dataSync();
if (tf.getBackend() !== 'tensorflow' || product.join() !== '7,10,15,22') throw new Error('the product is wrong: ' + product.join());
`;

/** Multiplies two matrices in a process of its own. */
export async function assertWorks() {
  const helpers = inProject('lib', 'dist', 'tensorflow', 'nodeHelpers.js');
  await runCommand(process.execPath, ['--require', helpers, '-e', program], {
    env: { TF_CPP_MIN_LOG_LEVEL: '2' },
    failure: (output) =>
      `TensorFlow was installed but does not run.\n${lastWords(output)}\nIt needs glibc 2.27 or newer and, on x64, ` +
      'a processor with AVX. STARTGRAD_TENSORFLOW=wheel or upstream chooses the other build.',
  });
}
