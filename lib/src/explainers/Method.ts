import type { Representation } from '../representations/Representation';

/** The two readings of the method: `paper`, made correct (the default), and `released`, what the authors' code does. */
export const variantNames = ['paper', 'released'] as const;
export type VariantName = (typeof variantNames)[number];

/** Everything in which methods and variants differ, apart from the representation. */
export interface MethodOptions {
  /** λ₁ */
  readonly sparsityWeight: number;
  /** λ₂; 0 where the method has no spatial term */
  readonly spatialWeight: number;
  /** Whether the spatial energy is that of the colour image or of its greyscale. */
  readonly spatialColours: 'rgb' | 'grey';
  /** Whether the obfuscated image is clamped to [0, 1] before the classifier sees it. */
  readonly clampImage: boolean;
}

/** A mask explanation: a representation to mask, and the options of either variant. */
export interface Method {
  readonly name: string;
  representation(shape: readonly [height: number, width: number]): Representation;
  readonly variants: Readonly<Record<VariantName, MethodOptions>>;
}
