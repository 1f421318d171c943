import { existsSync, readFileSync } from 'node:fs';

const status = '/proc/self/status';

/**
 * The most memory that this process has held so far, in 10⁶ bytes.
 *
 * Linux says it in `VmHWM`; the portable `maxRSS` would there begin at the size of the process that started this one.
 */
export function peakMegabytes(): number {
  const kibibytes = existsSync(status)
    ? Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(status, 'utf8'))![1])
    : process.resourceUsage().maxRSS;
  return (kibibytes * 1024) / 1e6;
}
