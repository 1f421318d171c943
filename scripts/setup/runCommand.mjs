import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { withProgress } from './progress.mjs';
import { inState, root } from './project.mjs';
import { SetupError, fullDisk } from './SetupError.mjs';

const guard = fileURLToPath(new URL('guard.mjs', import.meta.url));

/** Where the set-up keeps everything that its commands print. */
export const logFile = inState('log.txt');

/**
 * @typedef {object} CommandOptions
 * @property {string | ((output: string) => string)} [failure] what a person reads when it fails: a sentence, to which the last words of
 *   the output are added, or what makes the whole message of the output
 * @property {boolean} [mayFail] gives back the output of a command that failed, too
 * @property {import('./progress.mjs').Progress} [progress]
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env] added to this process's own
 * @property {number} [minutes] after which it is ended
 * @property {string} [log]
 */

/**
 * Runs a command to its end, out of sight; what it prints goes to the log. It ends when this process does, even by `kill -9`.
 * @param {string} command
 * @param {readonly string[]} commandArguments
 * @param {CommandOptions} [options]
 * @returns {Promise<string>} what it printed
 * @throws {SetupError} where it fails or takes too long
 */
export async function runCommand(command, commandArguments, options = {}) {
  const name = path.basename(command);
  const { failure = `${name} failed.`, mayFail = false, minutes = 60, log = logFile, progress } = options;
  const run = async () => {
    const { code, output, late } = await runToEnd([command, ...commandArguments], { ...options, minutes, log });
    if (code === 0) return output;
    if (late) throw new SetupError(`${name} did not end within ${minutes} minutes. The log is ${log}.`);
    const advice = fullDisk(output);
    if (advice) throw new SetupError(advice);
    if (mayFail) return output;
    throw new SetupError(typeof failure === 'string' ? `${failure}\n${lastWords(output)}` : failure(output));
  };
  return progress ? withProgress(progress, run) : run();
}

/**
 * @param {readonly string[]} command
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, minutes: number, log: string }} options
 */
async function runToEnd(command, { cwd = root, env = {}, minutes, log }) {
  await mkdir(path.dirname(log), { recursive: true });
  const record = createWriteStream(log, { flags: 'a' }).on('error', () => {});
  record.write(`\n$ ${command.join(' ')}\n`);
  const child = spawn(process.execPath, [guard, ...command], { cwd, env: { ...process.env, ...env }, detached: true });
  let output = '';
  let late = false;
  const clock = setTimeout(() => ((late = true), child.stdin.end()), minutes * 60_000);
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
      record.write(text);
    });
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  clearTimeout(clock);
  record.end();
  return { code, output, late };
}

/**
 * The lines of an output that say why it failed: the last ones that mention an error, otherwise the last ones; no stack traces.
 * @param {string} output
 */
export function lastWords(output) {
  const lines = output.split('\n').filter((line) => line.trim() !== '' && !/^\s*(at|throw|Emitted) /.test(line));
  const errors = lines.filter((line) => /error|cannot|denied|refused/i.test(line));
  return (errors.length > 0 ? errors : lines).slice(-3).join('\n') || '(it printed nothing)';
}
