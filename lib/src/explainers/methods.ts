import type { Method } from './Method';
import { pixelMask } from './PixelMask';

/** Every method that has a name, in the order in which charts list them. */
export const methods: readonly Method[] = [pixelMask];
