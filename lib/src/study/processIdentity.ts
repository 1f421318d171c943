import { readFileSync } from 'node:fs';
import os from 'node:os';

/** A process as others can look it up: its number alone is given to another process some day. */
export interface ProcessIdentity {
  readonly host: string;
  readonly pid: number;
  /** When it started, where the system says so (Linux). */
  readonly start: string | null;
}

/** What became of a process; `unknown` where nobody can tell from here. */
export type Fate = 'lives' | 'ended' | 'unknown';

/** This process. */
export function thisProcess(): ProcessIdentity {
  return { host: os.hostname(), pid: process.pid, start: statusOf(process.pid)?.start ?? null };
}

/**
 * What became of a process. It is unknown on another host (a container's new name, a renamed laptop), and where the system does not
 * say when processes start, since another one may have got the number.
 */
export function fateOf({ host, pid, start }: ProcessIdentity): Fate {
  if (host !== os.hostname()) return 'unknown';
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
