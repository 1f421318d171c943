/** A value that we computed beside the one that it should be. */
export interface Check {
  readonly name: string;
  readonly actual: number | string | boolean | null;
  readonly expected: number | string | boolean | null;
  /** How far apart they may be. */
  readonly tolerance: number;
}

type Value = Check['actual'];

/** Nothing random about it: a relative 1e-6. */
export const deterministic = (name: string, actual: Value, expected: Value): Check => ({
  name,
  actual,
  expected,
  tolerance: typeof expected === 'number' ? 1e-6 * Math.abs(expected) : 0,
});

/** Both sides resampled: three standard errors of their difference. */
export const resampled = (name: string, actual: number, expected: number, standardError: number): Check => ({
  name,
  actual,
  expected,
  tolerance: 3 * standardError,
});

/**
 * A mean and a standard deviation s over B resamples, and those of another B: the means are apart with standard error s √(2 / B),
 * the deviations with s √(2 / 2B).
 */
export const resampledPair = (
  actual: { readonly value: number; readonly standardError: number },
  expected: { readonly value: number; readonly standardError: number },
  B: number,
): Check[] => [
  resampled('value', actual.value, expected.value, expected.standardError * Math.sqrt(2 / B)),
  resampled('se', actual.standardError, expected.standardError, expected.standardError * Math.sqrt(1 / B)),
];

export function matches({ actual, expected, tolerance }: Check): boolean {
  if (typeof actual !== 'number' || typeof expected !== 'number') return actual === expected;
  return Math.abs(actual - expected) <= tolerance;
}
