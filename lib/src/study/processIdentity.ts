import { readFileSync, readlinkSync } from 'node:fs';
import os from 'node:os';
import { once } from 'lodash';

/** A process as others can look it up: its number alone is given to another process some day. */
export interface ProcessIdentity {
  readonly host: string;
  /** What tells machines and containers apart that have one name, where the system says so (Linux). */
  readonly machine: string;
  readonly pid: number;
  /** When it started, where the system says so (Linux). */
  readonly start: string | null;
}

/** What became of a process; `unknown` where nobody can tell from here. */
export type Fate = 'lives' | 'ended' | 'unknown';

/** This process. */
export function thisProcess(): ProcessIdentity {
  return { host: os.hostname(), machine: thisMachine(), pid: process.pid, start: statusOf(process.pid)?.start ?? null };
}

/**
 * What became of a process. It is unknown on another host or machine (a new container, a renamed laptop), and where the system does not
 * say when processes start, since another one may have got the number.
 */
export function fateOf({ host, machine, pid, start }: ProcessIdentity): Fate {
  if (host !== os.hostname() || machine !== thisMachine()) return 'unknown';
  try {
    process.kill(pid, 0);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ESRCH') return 'ended';
    if (code !== 'EPERM') throw error; // EPERM: the number is somebody else's process, perhaps by now only
  }
  const status = statusOf(pid);
  if (!status) return 'unknown';
  // Z, X: dead, though nobody has asked for its exit code, as in a container whose first process does not
  if (/[ZX]/i.test(status.state) || (start !== null && status.start !== start)) return 'ended';
  return start === null ? 'unknown' : 'lives';
}

/** The machine's own name for itself, and the numbering of processes that this one sees: every container has one of its own. */
const thisMachine = once(() =>
  [() => readFileSync('/etc/machine-id', 'utf8').trim(), () => readlinkSync('/proc/self/ns/pid')]
    .map((look) => {
      try {
        return look();
      } catch {
        return '';
      }
    })
    .join(' '),
);

/** The 3rd and 22nd field of a process's status, the 2nd being "(name)": its state, and the ticks from the system's start to its own. */
function statusOf(pid: number): { state: string; start: string } | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = status.slice(status.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0]!, start: fields[19]! };
  } catch {
    return undefined;
  }
}
