type Values = readonly (number | null)[];

/** The ends of value ± standard error, for a `BandLine`; null where either is. */
export function errorBand(value: Values, standardError: Values): { low: Values; high: Values } {
  const shifted = (sign: number): Values =>
    value.map((v, i) => {
      const error = standardError[i] ?? null;
      return v === null || error === null ? null : v + sign * error;
    });
  return { low: shifted(-1), high: shifted(1) };
}
