import type { Figure } from '../render/Figure';
import { kernelDisplay } from './kernelDisplay';
import { sharedRenderer } from '../render/sharedRenderer';

/**
 * Shows a figure in the notebook: interactive in JupyterLab once the mouse is over it, and a picture where notebooks are only read, as
 * on GitHub.
 *
 * The SVG is sent too if the figure holds no photographs; with photographs it would only repeat the PNG at several times the size.
 *
 * @throws outside a notebook, or if no browser starts
 */
export async function show(figure: Figure): Promise<void> {
  const { svg, png } = await (await sharedRenderer()).render(figure, 1);
  const { data, layout, frames } = figure;
  kernelDisplay({
    'application/vnd.plotly.v1+json': { data, layout, ...(frames && { frames }) },
    'image/png': png.toString('base64'),
    ...(svg.includes('<image') ? {} : { 'image/svg+xml': svg }),
    'text/plain': `Figure: ${titleOf(figure)}`,
  });
}

function titleOf({ layout: { title } }: Figure): string {
  return (typeof title === 'string' ? title : title?.text) ?? 'untitled';
}
