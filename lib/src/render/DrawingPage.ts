import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import type * as Plotly from 'plotly.js';
import sharp from 'sharp';
import type { Figure } from './Figure';
import { launchBrowser } from './launchBrowser';

/** A figure as files: vector graphics with its font inside, and the same in pixels. */
export interface Rendering {
  readonly svg: string;
  readonly png: Buffer;
}

/** One page with Plotly and our font, in a headless browser of its own. It draws one figure at a time. */
export class DrawingPage {
  private constructor(
    private readonly browser: Browser,
    private readonly page: Page,
    private readonly font: string,
  ) {}

  /** @throws if no browser starts */
  static async open(): Promise<DrawingPage> {
    const woff2 = await readFile(require.resolve('@fontsource/open-sans/files/open-sans-latin-400-normal.woff2'));
    const font = `<style>@font-face{font-family:"Open Sans";src:url(data:font/woff2;base64,${woff2.toString('base64')})}</style>`;
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage({ offline: true });
      await page.setContent(`<!doctype html>${font}<body></body>`);
      await page.addScriptTag({ path: require.resolve('plotly.js-dist') });
      await page.evaluate(() => document.fonts.load('12px "Open Sans"'));
      return new DrawingPage(browser, page, font);
    } catch (error) {
      await browser.close();
      throw error;
    }
  }

  /**
   * @param scale PNG pixels per CSS pixel; always 1 if the figure holds photographs
   * @throws Plotly's error for a figure that it cannot draw, Playwright's if the browser dies
   */
  async draw({ data, layout }: Figure, scale: number): Promise<Rendering> {
    const bare = await this.toSvg(data, layout);
    const svg = bare.replace(/^<svg[^>]*>/, (opening) => opening + this.font);
    const photographs = bare.includes('<image');
    const png = await this.page.evaluate(
      async ([svg, width, height, scale]) => {
        const image = new Image(width, height);
        image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
        await image.decode();
        const canvas = document.createElement('canvas');
        canvas.width = scale * width;
        canvas.height = scale * height;
        canvas.getContext('2d')!.drawImage(image, 0, 0, scale * width, scale * height);
        return canvas.toDataURL('image/png').split(',')[1]!;
      },
      [svg, layout.width, layout.height, photographs ? 1 : scale] as const,
    );
    // charts have few colours: a palette makes them a quarter of the size
    const compact = sharp(Buffer.from(png, 'base64')).flatten({ background: 'white' }).png({ palette: !photographs });
    return { svg, png: await compact.toBuffer() };
  }

  /** Whether the page still runs a script: false once its process, or the browser's, has died. */
  answers(): Promise<boolean> {
    return this.page.evaluate(() => true).catch(() => false);
  }

  /** Ends the browser, dead or alive, and deletes its temporary folders. */
  close(): Promise<void> {
    return this.browser.close();
  }

  private toSvg(data: Figure['data'], layout: Figure['layout']): Promise<string> {
    return this.page.evaluate(
      async ([data, layout]) => {
        // 32-bit linear congruential generator (Numerical Recipes): names that are unique and always the same
        let state = 1;
        Math.random = () => (state = (1664525 * state + 1013904223) % 2 ** 32) / 2 ** 32;
        const { Plotly: plotly } = window as unknown as { Plotly: typeof Plotly };
        const { width, height } = layout;
        const options = { format: 'svg', width, height, imageDataOnly: true } as Plotly.ToImgopts;
        const svg = new DOMParser().parseFromString(await plotly.toImage({ data, layout }, options), 'image/svg+xml');
        // the order in which Plotly sets attributes depends on timing
        for (const element of Array.from(svg.querySelectorAll('*'))) {
          const attributes = Array.from(element.attributes).sort((a, b) => (a.name < b.name ? -1 : 1));
          for (const attribute of attributes) element.removeAttributeNode(attribute);
          for (const attribute of attributes) element.setAttributeNode(attribute);
        }
        return new XMLSerializer().serializeToString(svg);
      },
      [data, layout] as const,
    );
  }
}
