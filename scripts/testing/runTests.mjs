import path from 'node:path';
import { finished } from 'node:stream/promises';
import { run } from 'node:test';
import { inspect } from 'node:util';
import { Tally } from './Tally.mjs';

const minutesPerFile = 15;

/**
 * Runs test files one after the other and prints how they went; the last line says `N passed, M failed, K skipped`.
 * @param {readonly string[]} files relative to `folder`
 * @param {{ folder: string, loader?: string, allowedSkip?: string, out?: NodeJS.WritableStream }} options
 *   `loader` is imported first in every file's process; `allowedSkip` is the one reason that is no failure
 * @returns {Promise<number>} the exit code: 1 on a failure, on a skip for another reason, and where no test passed
 */
export async function runTests(files, { folder, loader, allowedSkip, out = process.stdout }) {
  let passed = 0;
  let failed = 0;
  let skipped = 0;
  let forbidden = 0;
  for (const [i, file] of files.entries()) {
    const started = performance.now();
    const { tally, said, output } = await runFile(path.join(folder, file), loader);
    const wrong = tally.skips.filter(({ reason }) => reason !== allowedSkip);
    passed += tally.passed;
    failed += tally.failures.length;
    skipped += tally.skips.length;
    forbidden += wrong.length;
    const verdict = `${tally.passed} passed${several(tally.failures, 'FAILED')}${several(tally.skips, 'skipped')}`;
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    out.write(
      `[${String(i + 1).padStart(String(files.length).length)} of ${files.length}] ${file}: ${verdict} (${seconds} s)\n`,
    );
    for (const message of said) out.write(`    ${message}\n`);
    for (const { name, reason } of tally.skips)
      out.write(
        `    skipped: ${name}: ${reason || 'no reason given'}${reason === allowedSkip ? '' : ' (NOT ALLOWED)'}\n`,
      );
    for (const { name, error } of tally.failures) out.write(`    FAILED: ${name}\n${indent(text(error))}\n`);
    if (tally.failures.length > 0 && output !== '') out.write(`    what ${file} printed:\n${indent(output)}\n`);
  }
  if (forbidden > 0)
    out.write(`${forbidden} skipped for another reason than "${allowedSkip}": that counts as a failed run.\n`);
  out.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`);
  return failed > 0 || forbidden > 0 || passed === 0 ? 1 : 0;
}

/** @param {string} file @param {string} [loader] */
async function runFile(file, loader) {
  const tally = new Tally(file);
  /** @type {string[]} */
  const said = [];
  let output = '';
  const execArgv = loader ? ['--import', loader] : [];
  // Node 20 does not know the option, but hands on the options that this process was started with
  process.execArgv = execArgv;
  const options = { files: [file], concurrency: 1, timeout: minutesPerFile * 60_000, execArgv };
  const events = run(options);
  events.on('test:enqueue', (event) => tally.announce(event));
  events.on('test:pass', (event) => tally.end(event));
  events.on('test:fail', (event) => tally.end(event));
  // what tests say themselves; the summary of a process has no place in a file
  events.on('test:diagnostic', ({ message, line }) => line !== undefined && said.push(message));
  events.on('test:stdout', ({ message }) => (output += message));
  events.on('test:stderr', ({ message }) => (output += message));
  await finished(events.resume());
  tally.close();
  return { tally, said, output };
}

/** @param {readonly unknown[]} list @param {string} what */
const several = (list, what) => (list.length > 0 ? `, ${list.length} ${what}` : '');

/** The error that the test threw, with its stack, rather than node:test's wrapping. @param {any} error */
function text(error) {
  if (error?.exitCode !== undefined || error?.signal)
    return `its process ended with ${error.signal ?? `exit code ${error.exitCode}`}`;
  const cause = error?.code === 'ERR_TEST_FAILURE' && error.cause !== undefined ? error.cause : error;
  return typeof cause === 'string' ? cause : inspect(cause);
}

/** @param {string} block */
const indent = (block) => block.trimEnd().replace(/^/gm, '      ');
