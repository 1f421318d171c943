/**
 * How a person can follow a piece of work.
 * @typedef {object} Progress
 * @property {string} label
 * @property {number} [seconds] that it took when it was measured, for work that tells nothing
 * @property {() => Promise<number>} [share] of the work that is done, in [0, 1]
 */

const width = 24;

/**
 * Runs `work` with a line of progress and the time left: redrawn in a terminal, otherwise printed every ten seconds.
 * @template T
 * @param {Progress} progress
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withProgress({ label, seconds = 1, share }, work) {
  const out = process.stdout;
  const [start, end] = out.isTTY ? ['\r', '\x1b[K'] : ['', '\n'];
  const title = `  ${label.padEnd(32)}`;
  const started = performance.now();
  const elapsed = () => (performance.now() - started) / 1000;
  const draw = async () => {
    const done = Math.min(0.99, share ? await share() : elapsed() / seconds);
    const line = `${title} ${bar(done)} ${String(Math.floor(done * 100)).padStart(3)} %, ${left(done, elapsed())}`;
    out.write(`${start}${out.isTTY ? line.slice(0, (out.columns ?? 100) - 1) : line}${end}`);
  };
  out.write(`${start}  ${label} …${end}`);
  let drawing = Promise.resolve();
  const timer = setInterval(() => (drawing = drawing.then(draw).catch(() => {})), out.isTTY ? 250 : 10_000);
  const result = await work().finally(async () => {
    clearInterval(timer);
    await drawing;
    if (out.isTTY) out.write(`${start}${end}`);
  });
  out.write(`${title} done in ${duration(elapsed())}\n`);
  return result;
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
  return share < 0.02 ? 'starting' : `${duration((elapsed * (1 - share)) / share)} left`;
}
