/**
 * Stryker's options for one room. Every test file is a process of its own, and of those only the ones that reach a mutant run.
 * @param {import('./rooms.mjs').Room} room
 */
export const options = ({ name, mutate, tests }) => ({
  mutate: [...mutate],
  testRunner: 'tap',
  plugins: ['@stryker-mutator/tap-runner'],
  tap: {
    testFiles: tests,
    nodeArgs: ['--import', 'tsx', '--test-reporter', 'tap', '-r', '{{hookFile}}', '{{testFile}}'],
  },
  coverageAnalysis: /** @type {const} */ ('perTest'),
  // messages: what they say is for the reader to judge, and those that matter are compared word for word in the tests
  mutator: { excludedMutations: ['StringLiteral'] },
  // what the sandbox holds beside links to the packages
  ignorePatterns: ['/*', '!/lib', '/lib/dist', '!/package.json', '!/tsconfig.json'],
  tempDirName: 'out/mutation/sandbox',
  concurrency: Number(process.env.STARTGRAD_CONCURRENCY ?? 1),
  timeoutMS: 15_000,
  reporters: ['clear-text', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: `out/mutation/${name.replaceAll('/', '-')}.json` },
  allowEmpty: false,
  tsconfigFile: 'none',
});
