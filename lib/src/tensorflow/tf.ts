/** The one place that loads TensorFlow: a process must hold a single copy of it. */
import './nodeHelpers';
import './settings';
export * from '@tensorflow/tfjs-node';
