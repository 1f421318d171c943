/** Hands the number of threads to TensorFlow, which reads its own variables when the library is loaded. */
import { threads } from '../environment';

const count = threads();
if (count !== undefined) {
  process.env.TF_NUM_INTRAOP_THREADS = String(count);
  process.env.TF_NUM_INTEROP_THREADS = '1';
}
process.env.TF_CPP_MIN_LOG_LEVEL ??= '2'; // its log of the processor's features tells people nothing
