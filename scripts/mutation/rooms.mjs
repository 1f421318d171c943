/**
 * What is mutated together, and by which tests.
 * @typedef {{ readonly name: string, readonly mutate: readonly string[], readonly tests: readonly string[] }} Room
 */

/** Test files too slow to be run for every mutant, each with the reason why the others suffice. */
const LEFT_OUT = [
  // reads thousands of published scores: the other files hold what it computes to SciPy's and NumPy's values
  'published',
  // explains a real photograph: it measures what a clamp leaves, and asserts nothing of the code in lib/src/metrics
  'clampedInformation',
];

/** A folder of lib/src and the folder of lib/test that mirrors it. @param {string} name @returns {Room} */
const mirrored = (name) => ({
  name,
  mutate: [`lib/src/${name}/**/*.ts`],
  tests: [`lib/test/${name}/**/!(${LEFT_OUT.join('|')}).test.ts`],
});

/** Some files of a folder, and the tests of the same names. @param {string} name @param {readonly string[]} files @returns {Room} */
const filesOf = (name, files) => ({
  name,
  mutate: files.map((file) => `lib/src/${name}/${file}.ts`),
  tests: files.map((file) => `lib/test/${name}/${file}.test.ts`),
});

/** @type {readonly Room[]} */
export const rooms = [
  mirrored('statistics'),
  mirrored('validation'),
  mirrored('numerics'),
  mirrored('random'),
  mirrored('losses'),
  mirrored('metrics'),
  filesOf('initializers', ['quantileTransform', 'minMax']),
  filesOf('representations/wavelet', ['daubechies', 'polyphaseKernel']),
  filesOf('representations/shearlet', ['filters', 'shearletSystem']),
];
