import sharp from 'sharp';
import type { Figure } from '../render/Figure';
import { sharedRenderer } from '../render/sharedRenderer';
import { kernelDisplay } from './kernelDisplay';

/**
 * Shows a figure in the notebook as a picture only: where there is nothing to zoom into. With a palette of 256 colours it takes
 * a third of the room.
 *
 * @param text what stands for it where there are no pictures
 * @throws outside a notebook, or where no browser is found to draw with
 */
export async function showPicture(figure: Figure, text: string): Promise<void> {
  const { png } = await (await sharedRenderer()).render(figure);
  const compact = await sharp(png).png({ palette: true }).toBuffer();
  kernelDisplay({ 'image/png': compact.toString('base64'), 'text/plain': text });
}
