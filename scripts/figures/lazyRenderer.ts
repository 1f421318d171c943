import { sharedRenderer } from '../../lib/src/render/sharedRenderer';
import type { FigureRenderer } from '../../lib/src/render/FigureRenderer';

/** A browser that starts with the first figure that needs drawing. */
export const lazyRenderer: Pick<FigureRenderer, 'render'> = {
  render: async (figure, scale) => (await sharedRenderer()).render(figure, scale),
};
