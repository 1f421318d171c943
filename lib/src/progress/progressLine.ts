/**
 * How far a computation is, and how long it will still take at the pace so far.
 *
 * @param seconds since its start
 * @param before how much was done by then: what an earlier, stopped computation left says nothing about the pace of this one
 * @example
 * progressLine('StartGrad', 25, 100, 10) // => 'StartGrad: 25 of 100, 30 s left'
 * progressLine('StartGrad', 25, 100, 10, 20) // => 'StartGrad: 25 of 100, 2 min 30 s left'
 */
export function progressLine(label: string, done: number, total: number, seconds: number, before = 0): string {
  const count = `${label}: ${done} of ${total}`;
  if (done <= before || done >= total) return count; // no time taken: finished bars stay in committed notebooks
  return `${count}, ${duration((seconds / (done - before)) * (total - done))} left`;
}

/** @example duration(75) // => '1 min 15 s' */
function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
