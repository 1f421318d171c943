'use strict';
// JavaScript, because the set-up uses it before anything is installed or compiled.

const { readFileSync, readlinkSync } = require('node:fs');
const os = require('node:os');

/**
 * What identifies a process to others. A PID alone does not: PIDs are reused.
 * @typedef {object} ProcessIdentity
 * @property {string} host
 * @property {string} machine tells machines and containers of one host name apart, where the system says so (Linux)
 * @property {number} pid
 * @property {string | null} start when it started, where the system says so (Linux)
 */

/**
 * What became of a process; `unknown` where nobody can tell from here.
 * @typedef {'lives' | 'ended' | 'unknown'} Fate
 */

/**
 * This process.
 * @returns {ProcessIdentity}
 */
function thisProcess() {
  return { host: os.hostname(), machine: thisMachine(), pid: process.pid, start: statusOf(process.pid)?.start ?? null };
}

/**
 * What became of a process. This is unknown on another host or machine (a new container, a renamed laptop), and where the PID is in
 * use but the system does not say when processes start: the PID may have been reused.
 * @param {ProcessIdentity} identity
 * @returns {Fate}
 */
function fateOf({ host, machine, pid, start }) {
  if (host !== os.hostname() || machine !== thisMachine()) return 'unknown';
  try {
    process.kill(pid, 0);
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code === 'ESRCH') return 'ended';
    if (code !== 'EPERM') throw error; // EPERM: the PID is in use by somebody else's process
  }
  const status = statusOf(pid);
  if (!status) return 'unknown';
  // Z, X: it has ended, but its parent has not asked for the exit code
  if (/[ZX]/i.test(status.state) || (start !== null && status.start !== start)) return 'ended';
  return start === null ? 'unknown' : 'lives';
}

/** @type {string | undefined} */
let machine;

/** The machine's own ID, and the PID namespace: every container has one of its own. */
function thisMachine() {
  machine ??= [() => readFileSync('/etc/machine-id', 'utf8').trim(), () => readlinkSync('/proc/self/ns/pid')]
    .map((look) => {
      try {
        return look();
      } catch {
        return '';
      }
    })
    .join(' ');
  return machine;
}

/**
 * Fields 3 and 22 of /proc/PID/stat: the state, and the start in clock ticks since boot. Field 2 is "(name)" and may hold spaces.
 * @param {number} pid
 * @returns {{ state: string, start: string } | undefined}
 */
function statusOf(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state = '', ...fields] = status.slice(status.lastIndexOf(')') + 2).split(' ');
    return { state, start: fields[18] ?? '' };
  } catch {
    return undefined;
  }
}

module.exports = { fateOf, thisProcess };
