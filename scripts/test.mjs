// npm test -- [part of a path]: runs lib/test/**/*.test.ts, one process per file
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { filesIn } from './setup/sha256.mjs';
import { inProject, root } from './setup/project.mjs';
import { setUp } from './setup/setUp.mjs';
import { runTests } from './testing/runTests.mjs';

await setUp();

const pattern = process.argv[2] ?? '';
const files = (await filesIn(root, path.join('lib', 'test')))
  .filter((file) => file.endsWith('.test.ts') && file.includes(pattern))
  .sort();

// the one reason for which a test may be skipped stands where the tests take it from
const support = readFileSync(inProject('lib', 'test', 'support', 'shared.ts'), 'utf8');
const allowedSkip = /const reason = '(.*)';/.exec(support)?.[1];
if (allowedSkip === undefined) throw new Error('lib/test/support/shared.ts no longer says why a test may be skipped');

const loader = pathToFileURL(inProject('node_modules', 'tsx', 'dist', 'loader.mjs')).href;
process.exitCode = await runTests(files, { folder: root, loader, allowedSkip });
