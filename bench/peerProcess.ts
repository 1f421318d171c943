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
 * @throws if Python or a module that the peers import is not there
 */
export async function startPeers(module: string, threads: number): Promise<PeerProcess> {
  const python = process.env.STARTGRAD_BENCH_PYTHON ?? 'python3';
  const child = spawn(python, [path.join(__dirname, 'peers', 'serve.py'), module, String(threads)], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const failed = new Promise<never>((_resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      reject(new Error(`${python} ended with ${code}`));
    });
  });
  failed.catch(() => undefined);
  const lines = readline.createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async <T>(): Promise<T> => JSON.parse(String((await Promise.race([lines.next(), failed])).value)) as T;

  const { names, versions, error } = await answer<Greeting>();
  if (error !== undefined) throw new Error(`${python}: ${error}`);
  const run = (name: string) => (): Promise<number> => {
    child.stdin.write(`${name}\n`);
    return answer<number>();
  };
  return { contenders: names.map((name) => ({ name, run: run(name) })), versions, close: () => child.stdin.end() };
}
