import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { TestContext } from 'node:test';
import { thisProcess, type ProcessIdentity } from '../../../src/lock/processIdentity';
import { until } from '../../study/toys/processes';

/** A process that has ended, but whose parent, replaced by `sleep`, never asks for its exit code (Linux). */
export async function zombie(t: TestContext): Promise<ProcessIdentity> {
  const parent = spawn('sh', ['-c', 'sleep 0.1 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'inherit'] });
  t.after(() => parent.kill('SIGKILL'));
  const [line] = (await once(parent.stdout, 'data')) as [Buffer];
  const pid = Number(line.toString());
  const fields = (): string[] => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
  await until('the process ends', () => fields()[0] === 'Z');
  return { ...thisProcess(), pid, start: fields()[19]! };
}
