import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { cpCurves } from '../../src/figures/run/cpCurves';
import type { Rendering } from '../../src/render/DrawingPage';
import { FigureRenderer } from '../../src/render/FigureRenderer';
import { closeSharedRenderer, sharedRenderer } from '../../src/render/sharedRenderer';
import { exampleRuns } from '../figures/exampleRuns';
import { isGone, until } from '../study/toys/processes';
import { type ListedProcess, processTable } from '../support/processTable';

const figure = cpCurves(exampleRuns());
const parent = tmpdir();
/** The browsers' temporary folders go here, so that no other test's browser is seen. */
let temporary: string;
let renderer: FigureRenderer;
let whole: Rendering;
before(async () => {
  temporary = await mkdtemp(path.join(parent, 'startgrad-dead-browser-'));
  process.env.TMPDIR = temporary;
  renderer = await FigureRenderer.open();
  whole = await renderer.render(figure);
});
after(async () => {
  await renderer.close();
  await rm(temporary, { recursive: true, force: true });
});

const same = (one: Rendering, other: Rendering): boolean => one.svg === other.svg && one.png.equals(other.png);

/** The browsers of this process: their main processes. */
const browsers = (): ListedProcess[] =>
  processTable().filter(({ parent, command }) => parent === process.pid && command.includes(temporary));

/** The processes that a browser has started, and those that they have. */
function family(browser: ListedProcess, table = processTable()): ListedProcess[] {
  return table.filter(({ parent }) => parent === browser.pid).flatMap((child) => [child, ...family(child, table)]);
}

function theBrowser(): ListedProcess {
  const [browser, ...others] = browsers();
  assert.ok(browser && others.length === 0, `one browser expected, found ${others.length + (browser ? 1 : 0)}`);
  return browser;
}

test('a browser that was killed is replaced by the next figure, and leaves no process and no folder', async () => {
  const [browser, folders] = [theBrowser(), await readdir(temporary)];
  const all = [browser, ...family(browser)];
  assert.ok(all.length > 2, 'a browser is several processes');
  process.kill(browser.pid, 'SIGKILL');
  assert.ok(same(await renderer.render(figure), whole));
  assert.notEqual(theBrowser().pid, browser.pid);
  await until('the killed browser is gone', () => all.every(({ pid }) => isGone(pid)));
  const left = await readdir(temporary);
  assert.equal(left.length, folders.length, left.join(', '));
  assert.ok(folders.every((folder) => !left.includes(folder)));
});

test('a figure whose browser is killed while it is drawn is drawn again, and those that wait behind it are drawn', async () => {
  const pending = [renderer.render(figure), renderer.render(figure)];
  process.kill(theBrowser().pid, 'SIGKILL');
  for (const rendering of await Promise.all(pending)) assert.ok(same(rendering, whole));
});

test('a page whose process was killed is replaced although its browser lives', async () => {
  const browser = theBrowser();
  const pages = family(browser).filter(({ command }) => command.includes('--type=renderer'));
  assert.ok(pages.length > 0);
  for (const { pid } of pages) process.kill(pid, 'SIGKILL');
  assert.ok(same(await renderer.render(figure), whole));
  await until('the old browser is gone', () => isGone(browser.pid));
});

test('a figure that kills every browser fails and says so; the next one is drawn', async () => {
  const settled = renderer.render(figure).then(
    () => undefined,
    (error: unknown) => error as Error,
  );
  let done = false;
  void settled.then(() => (done = true));
  const killed = new Set<number>();
  await until('the figure has failed', () => {
    for (const { pid } of browsers())
      if (!killed.has(pid) && killed.size < 2) {
        process.kill(pid, 'SIGKILL');
        killed.add(pid);
      }
    return done;
  });
  assert.match((await settled)?.message ?? 'it was drawn', /^the browser died, and a new one did not draw the figure/);
  assert.ok(same(await renderer.render(figure), whole));
});

test("the notebook's and the figures' browser is replaced alike, and closing ends it", async () => {
  await renderer.close();
  await assert.rejects(renderer.render(figure), { message: 'the renderer is closed: open another one' });
  assert.ok(same(await (await sharedRenderer()).render(figure), whole));
  process.kill(theBrowser().pid, 'SIGKILL');
  assert.ok(same(await (await sharedRenderer()).render(figure), whole));
  await closeSharedRenderer();
  assert.deepEqual([browsers(), await readdir(temporary)], [[], []]);
});
