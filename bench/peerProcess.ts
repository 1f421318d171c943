import { spawn } from 'node:child_process';
import path from 'node:path';
import readline from 'node:readline';
import type { Contender } from './Benchmark';

/** A Python process that holds the peers of one benchmark, one run for every line that it is sent. */
export interface PeerProcess {
  readonly contenders: readonly Contender[];
  readonly versions: Readonly<Record<string, string>>;
  close(): void;
}

interface Greeting {
  names: string[];
  versions: Record<string, string>;
  error?: string;
}

/**
 * Starts the peers of a benchmark with the given number of threads.
 *
 * @throws if Python or a module that the peers import is not there, or Python ends early; the message says why
 */
export async function startPeers(module: string, threads: number): Promise<PeerProcess> {
  const python = process.env.STARTGRAD_BENCH_PYTHON ?? 'python3';
  const child = spawn(python, [path.join(__dirname, 'peers', 'serve.py'), module, String(threads)]);
  const failed = new Promise<never>((_resolve, reject) => {
    let lastLine = '';
    readline.createInterface({ input: child.stderr }).on('line', (line) => (lastLine = line.trim() || lastLine));
    child.once('error', reject);
    child.once('close', (code, signal) => {
      reject(new Error(`${python} ended with ${code ?? signal}: ${lastLine || 'it gave no reason'}`));
    });
  });
  failed.catch(() => undefined);
  // writing to a process that has ended: `failed` knows the reason
  child.stdin.on('error', () => undefined);
  const lines = readline.createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async <T>(): Promise<T> => {
    const line = await Promise.race([lines.next(), failed]);
    if (line.done) return failed;
    return JSON.parse(line.value) as T;
  };

  const { names, versions, error } = await answer<Greeting>();
  if (error !== undefined) throw new Error(`${python}: ${error}`);
  const run = (name: string) => async (): ReturnType<Contender['run']> => {
    child.stdin.write(`${name}\n`);
    return { seconds: await answer<number>() };
  };
  return { contenders: names.map((name) => ({ name, run: run(name) })), versions, close: () => child.stdin.end() };
}
