import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../src/figures/launchBrowser';
import { projectPath } from '../../src/io/project';
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
  await page.goto(lab.address(name));
  await page.locator('.jp-Notebook .jp-CodeCell').first().waitFor();
  await page.locator('.lm-MenuBar-itemLabel', { hasText: /^Edit$/ }).click();
  await page.locator('[data-command="editmenu:clear-all"]').click();
  const figures = page.locator('.jp-Notebook .js-plotly-plot');
  await figures.first().waitFor({ state: 'detached' });

  await page.locator('.lm-MenuBar-itemLabel', { hasText: /^Run$/ }).click();
  await page.locator('[data-command="runmenu:run-all"]').click();
  const cells = page.locator('.jp-Notebook .jp-CodeCell');
  const last = cells.last().locator('.jp-InputArea-prompt');
  const count = await cells.count();
  await page.waitForFunction(
    ([prompt, expected]) => prompt?.textContent?.trim() === expected,
    [await last.elementHandle(), `[${count}]:`] as const,
    { timeout: 300_000 },
  );
  const slider = figures.last();
  await slider.locator('.slider-container').waitFor();

  assert.equal(await figures.count(), 4, 'interactive figures');
  assert.ok((await page.locator('.jp-Notebook .jp-RenderedImage img').count()) >= 4, 'pictures');
  assert.equal(
    await page.locator('.jp-Notebook progress[value="3"][max="3"]').count(),
    3,
    'progress bars at their end',
  );
  assert.equal(await page.locator('.jp-Notebook .jp-RenderedText[data-mime-type*="stderr"]').count(), 0, 'errors');

  const mask = slider.locator('.imagelayer image').first();
  const first = await mask.getAttribute('xlink:href');
  const rail = (await slider.locator('.slider-rail-touch-rect').boundingBox())!;
  await page.mouse.click(rail.x + rail.width - 4, rail.y + rail.height / 2);
  await page.waitForFunction(([image, before]) => image?.getAttribute('xlink:href') !== before, [
    await mask.elementHandle(),
    first,
  ] as const);
});
