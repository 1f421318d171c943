import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../src/render/launchBrowser';
import { projectPath } from '../../src/project';
import { type JupyterLab, startJupyterLab } from './jupyterLab';

const name = '00-quickstart.ipynb';
let scratch: string;
let browser: Browser;
let lab: JupyterLab;
before(async () => {
  // inside the project, so that the notebook's imports are found
  await mkdir(projectPath('out'), { recursive: true });
  scratch = await mkdtemp(projectPath('out', 'browser-test-'));
  await mkdir(path.join(scratch, 'notebooks'));
  await cp(projectPath('notebooks', name), path.join(scratch, 'notebooks', name));
  lab = await startJupyterLab(path.join(scratch, 'notebooks'), scratch);
  browser = await launchBrowser();
});
after(async () => {
  await browser.close();
  await lab.stop();
  await rm(scratch, { recursive: true });
});

test('in JupyterLab a person runs all cells of the quickstart, sees the figures, and drags the slider', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1600 } });
  page.setDefaultTimeout(60_000);
  const menu = async (title: RegExp, command: string): Promise<void> => {
    await page.locator('.lm-MenuBar-itemLabel', { hasText: title }).click();
    await page.locator(`[data-command="${command}"]`).click();
  };
  await page.goto(lab.address(name));
  const cells = page.locator('.jp-Notebook .jp-CodeCell');
  await cells.first().waitFor();
  await page.locator('#jp-main-statusbar', { hasText: 'TypeScript | Idle' }).waitFor();
  await menu(/^Edit$/, 'editmenu:clear-all');
  const figures = page.locator('.jp-Notebook .jp-RenderedPlotly');
  await figures.first().waitFor({ state: 'detached' });

  await menu(/^Run$/, 'runmenu:run-all');
  const count = await cells.count();
  await cells
    .last()
    .locator('.jp-InputArea-prompt', { hasText: `[${count}]:` })
    .waitFor({ timeout: 300_000 });
  await figures.nth(3).waitFor();
  assert.equal(await figures.count(), 4, 'figures');
  assert.equal(await page.locator('.jp-Notebook .jp-RenderedImage img').count(), 4, 'pictures');
  assert.equal(
    await page.locator('.jp-Notebook progress[value="3"][max="3"]').count(),
    3,
    'progress bars at their end',
  );
  assert.equal(await page.locator('.jp-Notebook [data-mime-type$="stderr"]').count(), 0, 'errors');

  // a figure is a picture until the mouse is over it
  const slider = figures.last();
  await slider.hover({ position: { x: 100, y: 100 } });
  await slider.locator('.slider-container').waitFor();
  const masks = () => slider.locator('.cartesianlayer image').evaluateAll((images) => images.map((i) => i.outerHTML));
  const before = await masks();
  const rail = (await slider.locator('.slider-rail-touch-rect').boundingBox())!;
  await page.mouse.click(rail.x + rail.width - 4, rail.y + rail.height / 2);
  await slider.getByText('updates of the mask: 2').waitFor();
  // the label moves first, the picture a moment later
  let moved = await masks();
  for (let tries = 0; tries < 100 && moved[0] === before[0]; tries++) {
    await page.waitForTimeout(100);
    moved = await masks();
  }
  assert.deepEqual([before.length, moved.length], [1, 1]);
  assert.match(before[0]!, /data:image\/png/);
  assert.notEqual(moved[0], before[0], 'another mask');
});
