import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { projectPath } from './project';
import * as tf from './tensorflow/tf';

/**
 * The programs that compute a result: kept with every number.
 *
 * @example
 * versions().tfjs // => '4.22.0'
 */
export function versions(): Record<'startgrad' | 'node' | 'tfjs' | 'tensorflow' | 'sharp', string> {
  const { version } = JSON.parse(readFileSync(projectPath('lib', 'package.json'), 'utf8')) as { version: string };
  const { binding } = tf.backend() as unknown as { binding: { TF_Version: string } };
  return {
    startgrad: version,
    node: process.versions.node,
    tfjs: tf.version['tfjs-node'],
    tensorflow: binding.TF_Version,
    sharp: sharp.versions.sharp,
  };
}
