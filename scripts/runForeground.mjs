import { spawn } from 'node:child_process';
import { root } from './setup/project.mjs';

/**
 * Runs a command that speaks to the person itself, and ends this process with its exit code where that is not 0.
 * @param {string} command
 * @param {readonly string[]} commandArguments
 * @param {NodeJS.ProcessEnv} [env]
 */
export async function runForeground(command, commandArguments, env = process.env) {
  // a Ctrl-C reaches the command too, and it is the command that decides
  process.on('SIGINT', () => {});
  const child = spawn(command, commandArguments, { cwd: root, env, stdio: 'inherit' });
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (code !== 0) process.exit(code ?? 1);
}
