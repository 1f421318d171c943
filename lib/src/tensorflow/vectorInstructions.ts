/** From the widest, and within a width the most able: how Linux (`/proc/cpuinfo`) or macOS (`sysctl hw.optional`) says it. */
const sets = [
  ['AVX-512 VNNI', /\bavx512_?vnni\b(?!: 0)/],
  ['AVX-512', /\bavx512f\b(?!: 0)/],
  ['AVX2', /\bavx2(_0)?\b(?!: 0)/],
  ['AVX', /\bavx(1_0)?\b(?!: 0)/],
  ['SVE', /\bsve\b/],
  ['NEON', /\b(asimd|neon)\b(?!: 0)/],
] as const;

/**
 * The widest vector instructions among the features of a processor, or undefined where none is named.
 *
 * @example
 * vectorInstructions('flags : fpu sse2 avx avx2 fma') // => 'AVX2'
 */
export function vectorInstructions(features: string): string | undefined {
  return sets.find(([, pattern]) => pattern.test(features))?.[0];
}
