/** A way to know how far a piece of work is: a share in [0, 1] and what to print beside it. */
/** @typedef {() => Promise<{ share: number, text?: string }>} Measure */

const width = 24;

/**
 * Runs `work` with a line of progress and the time left: redrawn in a terminal, else printed once in ten seconds.
 * @template T
 * @param {string} label
 * @param {Measure} measure
 * @param {() => Promise<T>} work
 * @param {NodeJS.WriteStream} [out]
 * @returns {Promise<T>}
 */
export async function withProgress(label, measure, work, out = process.stdout) {
  const started = performance.now();
  const elapsed = () => (performance.now() - started) / 1000;
  let drawing = Promise.resolve();
  const draw = async () => {
    const { share, text = '' } = await measure();
    const line = `  ${label.padEnd(26)} ${bar(share)} ${String(Math.floor(share * 100)).padStart(3)} %${text}, ${left(share, elapsed())}`;
    out.write(out.isTTY ? `\r${line.slice(0, (out.columns ?? 100) - 1)}\x1b[K` : `${line}\n`);
  };
  const timer = setInterval(() => (drawing = drawing.then(draw, () => {})), out.isTTY ? 250 : 10_000);
  const close = async () => {
    clearInterval(timer);
    await drawing.catch(() => {});
    if (out.isTTY) out.write('\r\x1b[K');
  };
  if (out.isTTY) drawing = draw();
  else out.write(`  ${label} …\n`);
  try {
    const result = await work();
    await close();
    out.write(`  ${label.padEnd(26)} done in ${duration(elapsed())}\n`);
    return result;
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Measures by the clock, where the work itself tells nothing: `seconds` is what it took when it was measured.
 * @param {number} seconds
 * @returns {Measure}
 */
export function byClock(seconds) {
  const started = performance.now();
  return async () => ({ share: Math.min(0.99, (performance.now() - started) / 1000 / seconds) });
}

/** `75` -> `1 min 15 s`. @param {number} seconds */
export function duration(seconds) {
  const whole = Math.max(1, Math.round(seconds));
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** @param {number} share */
const bar = (share) => `[${'#'.repeat(Math.round(share * width)).padEnd(width, '.')}]`;

/** @param {number} share @param {number} elapsed */
function left(share, elapsed) {
  if (share >= 0.99) return 'finishing';
  if (share < 0.02) return 'starting';
  return `${duration((elapsed * (1 - share)) / share)} left`;
}
