import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { inState, root } from './project.mjs';
import { SetupError, fullDisk } from './SetupError.mjs';

const guard = fileURLToPath(new URL('guard.mjs', import.meta.url));

/** A command that failed: its message is the last of what the command said. */
export class CommandError extends Error {
  /** @param {string} command @param {string} output */
  constructor(command, output) {
    super(lastWords(output) || `${command} failed without a word`);
    this.output = output;
  }
}

/** Where the set-up keeps all that its commands said. */
export const logFile = inState('log.txt');

/**
 * Runs a command to its end, out of sight, and gives back what it said; all of it also goes to the log.
 * @param {string} command
 * @param {readonly string[]} commandArguments
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, minutes?: number, log?: string }} [options]
 * @returns {Promise<string>}
 * @throws {CommandError} where it fails; {@link SetupError} where it fails because the disk is full or it takes too long
 */
export async function runCommand(
  command,
  commandArguments,
  { cwd = root, env = {}, minutes = 60, log = logFile } = {},
) {
  await mkdir(path.dirname(log), { recursive: true });
  const record = createWriteStream(log, { flags: 'a' }).on('error', () => {});
  record.write(`\n$ ${[command, ...commandArguments].join(' ')}\n`);
  const child = spawn(process.execPath, [guard, command, ...commandArguments], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  let late = false;
  const clock = setTimeout(() => ((late = true), child.stdin.end()), minutes * 60_000);
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
      record.write(text);
    });
  }
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  clearTimeout(clock);
  record.end();
  if (code === 0) return output;
  if (late) throw new SetupError(`${path.basename(command)} did not end within ${minutes} minutes. The log is ${log}.`);
  const advice = fullDisk(output);
  if (advice) throw new SetupError(advice);
  throw new CommandError(path.basename(command), output);
}

/**
 * The lines of an output that say why it failed: the last ones that speak of an error, else the last ones; no stack traces.
 * @param {string} output
 */
export function lastWords(output) {
  const lines = output.split('\n').filter((line) => line.trim() !== '' && !/^\s*(at|throw|Emitted) /.test(line));
  const errors = lines.filter((line) => /error|cannot|denied|refused/i.test(line));
  return (errors.length > 0 ? errors : lines).slice(-3).join('\n');
}
