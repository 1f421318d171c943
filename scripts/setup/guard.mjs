// `node guard.mjs COMMAND ARGUMENTS…` runs a command, and kills it with all that it started when standard input closes. The set-up
// holds the other end, so even after `kill -9` of the set-up nothing keeps writing behind its back.
import { spawn } from 'node:child_process';

const [command = '', ...commandArguments] = process.argv.slice(2);
const child = spawn(command, commandArguments, { stdio: ['ignore', 'inherit', 'inherit'], detached: true });

child.on('error', (error) => {
  console.error(error.message);
  process.exit(127);
});
child.on('exit', (code, signal) => {
  if (signal) console.error(`${command} was ended by ${signal}`);
  process.exit(code ?? 1);
});
process.stdin.resume().on('close', () => {
  try {
    process.kill(-Number(child.pid), 'SIGKILL');
  } catch {
    // it has ended by itself
  }
});
