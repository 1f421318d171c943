import path from 'node:path';
import { inProject, inState } from '../project.mjs';

/** The npm package whose addon is built. */
export const tfjsNode = inProject('node_modules', '@tensorflow', 'tfjs-node');

/** The addon, where tfjs-node looks for it. */
export const addon = path.join(tfjsNode, 'lib', 'napi-v8', 'tfjs_binding.node');

/** TensorFlow's libraries: outside node_modules, so that installing packages anew does not touch them. */
export const librariesFolder = inState('tensorflow');
