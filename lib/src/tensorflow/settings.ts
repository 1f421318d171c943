/** What TensorFlow reads from its own variables when it is loaded. A value that a person has set stays, but for the threads. */
import { threads } from '../environment';

const count = threads();
if (count !== undefined) {
  process.env.TF_NUM_INTRAOP_THREADS = String(count);
  process.env.TF_NUM_INTEROP_THREADS = '1';
}
// By itself TensorFlow takes oneDNN's kernels only where the processor has AVX-512 VNNI; they are the faster ones on all of x86-64.
if (process.platform === 'linux' && process.arch === 'x64') process.env.TF_ENABLE_ONEDNN_OPTS ??= '1';
process.env.TF_CPP_MIN_LOG_LEVEL ??= '2'; // its log of the processor's features tells people nothing
