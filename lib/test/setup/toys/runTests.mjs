// node runTests.mjs FOLDER FILE…: runs test files as `npm test` does, where the reason `allowed` is allowed
import { runTests } from '../../../../scripts/testing/runTests.mjs';

const [folder, ...files] = process.argv.slice(2);
process.exitCode = await runTests(files, { folder, allowedSkip: 'allowed' });
