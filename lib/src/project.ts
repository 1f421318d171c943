import path from 'node:path';

const root = path.resolve(__dirname, '..', '..');

/**
 * A path inside the project, wherever the process was started.
 *
 * @example
 * projectPath('data', 'models') // the folder of the classifiers' weights
 */
export function projectPath(...parts: string[]): string {
  return path.join(root, ...parts);
}
