import { existsSync } from 'node:fs';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';
import { unpackChromium } from './unpackChromium';

/** Where Linux and macOS keep an installed browser. Playwright's own search leaves temporary folders behind when it finds none. */
const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/opt/microsoft/msedge/msedge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

/**
 * A headless browser. On Linux x64 it is the one from the npm packages, so that everybody draws the same; elsewhere, or if that one
 * does not start, it is an installed Chrome, Chromium or Edge.
 *
 * @throws with what to install, and why each candidate failed
 */
export async function launchBrowser(): Promise<Browser> {
  const failures: string[] = [];
  for (const candidate of candidates) {
    try {
      return await chromium.launch({ ...common, executablePath: await candidate() });
    } catch (error) {
      failures.push((error as Error).message.split('\n').slice(0, 2).join(' '));
    }
  }
  const advice = 'no browser to draw figures with: install Google Chrome or Chromium and start again';
  throw new Error([advice, ...failures].join('\n  '));
}

/** Ctrl-C is the caller's business. However this process dies, the pipe to the browser closes, and then the browser ends itself. */
const common: LaunchOptions = {
  args: ['--font-render-hinting=none'],
  handleSIGINT: false,
  handleSIGTERM: false,
  handleSIGHUP: false,
};

/** Browser programs, the preferred one first. Pages hold only our own figures, so no sandbox is needed (nor possible as root). */
const candidates: readonly (() => string | Promise<string>)[] = [
  ...(process.platform === 'linux' && process.arch === 'x64' ? [() => unpackChromium()] : []),
  ...installed.filter((program) => existsSync(program)).map((program) => () => program),
];
