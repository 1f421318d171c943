import type { QuantileOptions } from '../../../initializers/Initializer';

/**
 * Every way in which methods and their variants differ, apart from the representation. Each option can be set by itself, so that
 * differences can be studied one at a time; docs/variants.md says where each comes from.
 */
export interface MethodOptions extends QuantileOptions {
  /** λ₁ */
  readonly sparsityWeight: number;
  /** λ₂; 0 where the method has no spatial term. */
  readonly spatialWeight: number;
  /** Whether the spatial energy is that of the colour image or of its greyscale. */
  readonly spatialColours: 'rgb' | 'grey';
  /** Whether the obfuscated image is clamped to [0, 1] before the classifier sees it. */
  readonly clampImage: boolean;
  /** Whether the obfuscated coefficients are clamped to [0, 1], which deletes the negative ones. */
  readonly clampCoefficients: boolean;
  /**
   * Whether all coefficients of one place share an entry of the all-ones and the uniform mask. Masks made of a gradient, StartGrad's
   * as released among them, still have one entry per coefficient; only `startgrad-shared` shares.
   */
  readonly sharedMask: boolean;
  /** Whether the gradient is divided by its norm before the optimiser sees it. */
  readonly normaliseGradient: boolean;
}

/** What every option is where neither a method nor a variant says otherwise. */
export const neutralOptions: MethodOptions = {
  sparsityWeight: 1,
  spatialWeight: 0,
  spatialColours: 'rgb',
  clampImage: true,
  clampCoefficients: false,
  sharedMask: false,
  normaliseGradient: false,
  bins: 'all',
  quantileSample: 'all',
};
