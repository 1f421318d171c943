import sharp from 'sharp';
import type { Figure } from '../render/Figure';
import { sharedRenderer } from '../render/sharedRenderer';
import { kernelDisplay } from './kernelDisplay';

/**
 * Shows a figure in the notebook as a picture only, for figures without anything to zoom into. A palette of 256 colours makes it a
 * third of the size.
 *
 * @param text shown instead where pictures cannot be
 * @throws outside a notebook, or if no browser starts
 */
export async function showPicture(figure: Figure, text: string): Promise<void> {
  const { png } = await (await sharedRenderer()).render(figure);
  const compact = await sharp(png).png({ palette: true }).toBuffer();
  kernelDisplay({ 'image/png': compact.toString('base64'), 'text/plain': text });
}
