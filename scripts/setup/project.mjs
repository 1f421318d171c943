import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this clone. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/**
 * A path inside the clone.
 * @param {...string} parts
 */
export const inProject = (...parts) => path.join(root, ...parts);

/**
 * A path inside the folder that holds what the set-up remembers: stamps, the lock, the log, TensorFlow's library.
 * @param {...string} parts
 */
export const inState = (...parts) => inProject('.setup', ...parts);

/** The Python of the project's own environment. */
export const environmentPython = inProject('.venv', 'bin', 'python');
