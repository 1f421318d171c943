import { readFileSync } from 'node:fs';
import os from 'node:os';

/** A process as others can look it up: its number alone is given to another process some day. */
export interface ProcessIdentity {
  readonly host: string;
  readonly pid: number;
  /** When it started, where the system says so (Linux). */
  readonly start: string | null;
}

/** This process. */
export function thisProcess(): ProcessIdentity {
  return { host: os.hostname(), pid: process.pid, start: startOf(process.pid) };
}

/** Whether a process has certainly ended; one of another host never has. */
export function hasEnded({ host, pid, start }: ProcessIdentity): boolean {
  if (host !== os.hostname()) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
  return start !== null && startOf(pid) !== start;
}

/** Ticks between the start of the system and that of the process: the 22nd field of its status, the 2nd being "(name)". */
function startOf(pid: number): string | null {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return status.slice(status.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
