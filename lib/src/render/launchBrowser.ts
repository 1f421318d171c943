import { existsSync } from 'node:fs';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';
import { unpackChromium } from './unpackChromium';

const systemPrograms = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * A headless browser. On Linux x64 it is the one that comes with the npm packages, so that everybody draws the same; elsewhere, and
 * where that one does not start, an installed Chrome, Chromium or Edge.
 *
 * @throws with what to install, and why each candidate failed
 */
export async function launchBrowser(): Promise<Browser> {
  const failures: string[] = [];
  for (const candidate of candidates) {
    try {
      return await chromium.launch({ ...common, ...(await candidate()) });
    } catch (error) {
      failures.push((error as Error).message.split('\n').slice(0, 2).join(' '));
    }
  }
  throw new Error(
    `no browser to draw figures with: install Google Chrome or Chromium and start again\n  ${failures.join('\n  ')}`,
  );
}

/** Ctrl-C is the caller's business; the browser ends by itself when the pipe to it closes, however this process dies. */
const common: LaunchOptions = {
  args: ['--font-render-hinting=none'],
  handleSIGINT: false,
  handleSIGTERM: false,
  handleSIGHUP: false,
};

/** Ways to a browser, the preferred one first. Pages hold nothing but our own figures, so no sandbox is needed (nor possible as root). */
const candidates: readonly (() => LaunchOptions | Promise<LaunchOptions>)[] = [
  ...(process.platform === 'linux' && process.arch === 'x64'
    ? [async () => ({ executablePath: await unpackChromium() })]
    : []),
  ...systemPrograms.filter((program) => existsSync(program)).map((executablePath) => () => ({ executablePath })),
  () => ({ channel: 'chrome' }),
  () => ({ channel: 'msedge' }),
];
