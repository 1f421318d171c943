/** A score, or null and why there is none. */
export interface Score {
  readonly value: number | null;
  readonly reason?: string;
}
