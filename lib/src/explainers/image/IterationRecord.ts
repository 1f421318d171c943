/** What one iteration measured on the mask before its update; information is a share of the whole image, 1 = all. */
export interface IterationRecord {
  /** Number of updates the mask has had. */
  readonly iteration: number;
  /** D + λ₁ S + λ₂ E, what the gradient descends. */
  readonly loss: number;
  readonly distortion: number;
  readonly sparsity: number;
  /** The spatial energy E; null for a method without that term. */
  readonly spatial: number | null;
  /** Mean of φ_c(x̃) / φ_c(x) over the noise samples; can exceed 1. */
  readonly retainedProbability: number;
  /** Σ|m ⊙ y| / Σ|y| over all coefficients; null where the image is black and there is nothing to retain. */
  readonly retainedL1: number | null;
  /** Σ clamp(F⁻¹(m ⊙ y), 0, 1) / Σ|x| over all pixels; null likewise. */
  readonly retainedPixel: number | null;
  /** Retained probability / retained information; null where that is not finite. */
  readonly cpL1: number | null;
  readonly cpPixel: number | null;
  /** Why a CP score is null. */
  readonly undefinedCp?: string;
}
