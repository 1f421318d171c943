/**
 * How far a computation is, and how long it will still take at the pace so far.
 *
 * @param seconds since its start
 * @example
 * progressLine('StartGrad', 25, 100, 10) // => 'StartGrad: 25 of 100, 30 s left'
 */
export function progressLine(label: string, done: number, total: number, seconds: number): string {
  const count = `${label}: ${done} of ${total}`;
  if (done === 0 || done >= total) return count; // no time taken: finished bars stay in committed notebooks
  return `${count}, ${duration((seconds / done) * (total - done))} left`;
}

/** @example duration(75) // => '1 min 15 s' */
function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
