/**
 * Node 23 removed helpers of `util` that tfjs-node 4.22 (its last release) and danfojs still call; those that are left warn.
 *
 * Importing this file defines them all, with the meaning that Node gave them. It has to run before either package is loaded:
 * `tensorflow/tf.ts` imports it first, and the notebook kernel preloads it so that any import order works there.
 */
import util from 'node:util';

const helpers: Record<string, (value: unknown) => boolean> = {
  isNullOrUndefined: (value) => value === null || value === undefined,
  isNull: (value) => value === null,
  isUndefined: (value) => value === undefined,
  isArray: Array.isArray,
  isBoolean: (value) => typeof value === 'boolean',
  isNumber: (value) => typeof value === 'number',
  isString: (value) => typeof value === 'string',
  isFunction: (value) => typeof value === 'function',
  isObject: (value) => value !== null && typeof value === 'object',
};

for (const [name, value] of Object.entries(helpers))
  Object.defineProperty(util, name, { value, configurable: true, writable: true });
