import { DrawingPage, type Rendering } from './DrawingPage';
import type { Figure } from './Figure';

/**
 * Draws Plotly figures in a headless browser, one after the other, without any network. A browser that dies is replaced.
 *
 * The same figure gives the same bytes: Plotly's random names come from a fixed sequence, and the font (Open Sans, from npm) is part of
 * the page and of every SVG, so that texts look the same on a machine that does not have it.
 *
 * @example
 * const renderer = await FigureRenderer.open();
 * const { svg, png } = await renderer.render({ data: [{ y: [1, 2] }], layout: { width: 600, height: 400 } });
 * await renderer.close();
 */
export class FigureRenderer {
  private last: Promise<unknown> = Promise.resolve();
  private closed = false;

  private constructor(private page: DrawingPage) {}

  /** @throws if no browser starts */
  static async open(): Promise<FigureRenderer> {
    return new FigureRenderer(await DrawingPage.open());
  }

  /**
   * @param scale PNG pixels per CSS pixel; always 1 if the figure holds photographs
   * @throws Plotly's error for a figure that it cannot draw; if the browser dies and its replacement too; after `close`
   */
  render(figure: Figure, scale = 2): Promise<Rendering> {
    if (this.closed) return Promise.reject(new Error('the renderer is closed: open another one'));
    const result = this.last.then(() => this.draw(figure, scale));
    this.last = result.catch(() => undefined);
    return result;
  }

  /** Waits for the figures that were asked for, and ends the browser. */
  async close(): Promise<void> {
    this.closed = true;
    await this.last;
    await this.page.close();
  }

  private async draw(figure: Figure, scale: number): Promise<Rendering> {
    try {
      return await this.page.draw(figure, scale);
    } catch (error) {
      if (await this.page.answers()) throw error;
    }
    await this.page.close();
    try {
      this.page = await DrawingPage.open();
      return await this.page.draw(figure, scale);
    } catch (error) {
      if (await this.page.answers()) throw error;
      throw new Error(`the browser died, and a new one did not draw the figure either: ${(error as Error).message}`, {
        cause: error,
      });
    }
  }
}
